import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type ContainerStack, stacksOf } from '../stacks';
import { readComposeFile } from './compose-file';
import { stackFileOf } from './stack-file';

const root = new URL('../../../../', import.meta.url).pathname;
const text = (file: string) => readFileSync(root + file, 'utf8');
const stacks = (['monolith', 'soa', 'micro'] as const).flatMap((name) => stacksOf(name));

interface StackService {
  image: string;
  environment: Record<string, string | number>;
  ports?: object[];
  networks: string[];
  secrets: { source: string; target: string }[];
  stop_grace_period?: string;
  deploy: Record<'update_config' | 'resources' | 'endpoint_mode' | 'replicas', unknown>;
}

const fileOf = (stack: ContainerStack) =>
  parse(stackFileOf(stack, { name: 'jobly', tags: { 'jobly/monolith': 'v2' } }, root)) as {
    services: Record<string, StackService>;
    secrets: Record<string, { external: boolean; name: string }>;
  };

const applicationsOf = (stack: ContainerStack) => {
  const { services } = fileOf(stack);
  return stack.processes.map(({ service }) => [service, services[service]!] as const);
};

const seconds = (duration: string) => Number(duration.replace('s', ''));

describe.each(stacks.map((stack) => [stack.name, stack] as const))('the stack file of %s', (_, stack) => {
  it('publishes nginx alone, on the port of the compose file', () => {
    const published = Object.entries(fileOf(stack).services).filter(([, { ports }]) => ports);
    const { variable, fallback } = stack.port;
    expect(published.map(([name, { ports }]) => [name, ports])).toEqual([
      [stack.nginx, [{ target: 8080, published: `\${${variable}:-${fallback}}`, protocol: 'tcp', mode: 'host' }]],
    ]);
    expect(text(stack.file)).toContain(`:\${${variable}:-${fallback}}:8080`);
  });

  it('has the networks, limits and replicas of the compose file', () => {
    const compose = readComposeFile(stack, root).services;
    for (const [name, { networks, deploy }] of Object.entries(fileOf(stack).services)) {
      const { cpus, mem_limit, scale } = compose[name]!;
      expect(networks).toEqual(compose[name]!.networks);
      expect(deploy).toMatchObject({ endpoint_mode: 'dnsrr', resources: { limits: { cpus, memory: mem_limit } } });
      expect(deploy.replicas).toBe(scale);
    }
  });

  it('sets only variables that the code of each application reads', () => {
    const forAll = Object.keys(readBuildingBlock('app').environment);
    const settings = text('libs/http-kit/src/environment.ts');
    for (const [name, { environment, image }] of applicationsOf(stack)) {
      const code = text(`apps/${/^jobly\/([\w-]+)/.exec(image)![1]!}/src/env.ts`) + settings;
      // The addresses of all services, and the modes, are written once for all of them.
      const shared = [...forAll, 'USERS_URL', 'COMPANIES_URL', 'JOBS_URL'];
      const own = Object.keys(environment).filter(
        (variable) => !shared.includes(variable) && !/^(AUTH|SHARING|DATA)_/.test(variable),
      );
      const unread = own.filter((variable) => !code.includes(`${variable.replace(/_FILE$/, '')}:`));
      expect({ name, unread }).toEqual({ name, unread: [] });
    }
  });

  it('gives each process the secrets that compose prepares for it, and no value of any', () => {
    const { services, secrets } = fileOf(stack);
    const { needs } = preparation();
    for (const [name, { environment, ...service }] of applicationsOf(stack)) {
      const values = Object.values(environment).map(String);
      const paths = values.filter((value) => value.startsWith('/run/secrets/'));
      expect(service.secrets.map(({ target }) => target)).toEqual(paths);
      const own = paths.flatMap((path) => /own\/(?!seed-password)(.+)$/.exec(path)?.[1] ?? []);
      expect(own.sort()).toEqual([...needs[name]!].sort());
    }
    for (const [source, secret] of Object.entries(secrets)) {
      expect(secret).toEqual({ external: true, name: `jobly_${source}` });
    }
    const everything = JSON.stringify(services);
    for (const variable of ['JWT_SECRET', 'JWT_PRIVATE_KEY', 'SEED_PASSWORD']) {
      expect(everything).not.toContain(`{${variable}:`);
    }
  });

  it('starts a new application before the old one stops, and gives that the time that the code takes', () => {
    const stopDeadline = Number(
      /STOP_DEADLINE_MS = ([\d_]+)/.exec(text('libs/http-kit/src/run-service.ts'))![1]!.replaceAll('_', ''),
    );
    for (const [, { deploy, environment, stop_grace_period }] of applicationsOf(stack)) {
      expect(deploy.update_config).toMatchObject({ order: 'start-first', failure_action: 'rollback' });
      expect(seconds(stop_grace_period!) * 1000).toBeGreaterThan(Number(environment['DRAIN_MS']) + stopDeadline);
    }
  });

  it('never has two servers on the data of one database', () => {
    const databases = Object.entries(fileOf(stack).services).filter(([name]) => name.endsWith('-postgres'));
    expect(databases.length).toBeGreaterThan(0);
    for (const [, { deploy }] of databases) expect(deploy.update_config).toMatchObject({ order: 'stop-first' });
  });
});

it('names the version of an image of ours', () => {
  expect(fileOf(stacks[0]!).services['monolith']!.image).toBe('jobly/monolith:v2');
});

const readBuildingBlock = (name: string) =>
  (parse(text('docker/services.yml'), { merge: true }) as { services: Record<string, { environment: object }> })
    .services[name]!;

/** What docker/prepare.mjs creates for each process. */
function preparation() {
  const [, needs] = /const needs = (\{[^}]*\})/.exec(text('docker/prepare.mjs'))!;
  return { needs: parse(needs!) as Record<string, string[]> };
}
