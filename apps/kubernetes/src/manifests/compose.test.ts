import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsOf, workspaceAt } from '@jobly/architecture';
import { parse } from 'yaml';
import { DEPLOY } from './files';
import type { Kustomization } from './kustomizations';
import { composeOf, containerOf, find, root } from './manifests.fixture';

const composed = { monolith: 'docker-compose.monolith.yml', micro: 'docker-compose.micro.yml' };
type Composed = keyof typeof composed;

const shared = composeOf('docker/services.yml');

/** The settings of a ConfigMap that the base generates. */
function settings(name: string): Record<string, string> {
  const text = readFileSync(join(root, DEPLOY, 'base/kustomization.yaml'), 'utf8');
  const generated = (parse(text) as Kustomization).configMapGenerator?.find((one) => one.name === name);
  return Object.fromEntries(generated?.literals?.map((literal) => literal.split('=')) as [string, string][]);
}

const apps = (Object.keys(composed) as Composed[]).flatMap((topology) =>
  Object.entries(composeOf(composed[topology]))
    .filter(([, { build }]) => build)
    .map(([name, service]) => ({ topology, name, service })),
);

/** The same without what compose passes on only if it is set. */
const given = (environment: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Whether an app takes this value if it is told nothing: `USERS_POOL: setting.whole(1, 1_000, 5)`. */
const isDefault = (app: string, name: string, value: string) =>
  new RegExp(`\\b${name}: setting\\.\\w+\\((.*, )?${value}\\)`).test(
    readFileSync(join(root, 'apps', app, 'src/env.ts'), 'utf8'),
  );

describe.each(apps)('$topology: $name is as in the compose file', ({ topology, name, service }) => {
  const { APP, PORT } = service.build!.args as { APP: string; PORT: string };
  const container = containerOf(find(topology, 'Deployment', name));
  const variables = Object.fromEntries(container.env!.map(({ name, value = '' }) => [name, value]));
  const env: Record<string, string> = { ...settings('settings'), ...variables };

  it('its image and its port', () => {
    expect(container.image).toMatch(new RegExp(`^jobly/${APP}:`));
    expect(container.ports).toEqual([{ name: 'http', containerPort: Number(PORT) }]);
  });

  it('every variable that it is given there', () => {
    const there: Record<string, string> = { ...given(shared['app']?.environment), ...given(service.environment) };
    // Endpoints of a Service take longer to change than Docker's DNS.
    expect(Number(env['DRAIN_MS'])).toBeGreaterThan(Number(there['DRAIN_MS']));
    delete there['DRAIN_MS'];
    const read = new Set(settingsOf(workspaceAt(root), APP).flatMap((one) => [one.name, `${one.name}_FILE`]));
    const differing = Object.entries(there).filter(
      ([variable, value]) =>
        read.has(variable) && env[variable] !== value && (variable in env || !isDefault(APP, variable, value)),
    );
    expect(differing).toEqual([]);
  });

  it('no variable but those, when to migrate, and a password that is not well known', () => {
    const there = new Set([...Object.keys(shared['app']!.environment!), ...Object.keys(service.environment!)]);
    const more = Object.keys(variables).filter((variable) => !there.has(variable));
    expect(more.filter((variable) => !['MIGRATE', 'SEED_PASSWORD_FILE'].includes(variable))).toEqual([]);
  });

  it('its memory, and over two replicas its CPU', () => {
    const { limits } = container.resources!;
    expect(limits).toEqual({ memory: service.mem_limit!.replace('m', 'Mi'), cpu: `${Number(service.cpus) * 500}m` });
  });
});

describe.each(Object.keys(composed) as Composed[])('%s: the rest is as in the compose file', (topology) => {
  const services = composeOf(composed[topology]);

  it('the databases', () => {
    const servers = Object.entries(services).filter(([name]) => name.endsWith('-postgres'));
    expect(servers.length).toBeGreaterThan(0);
    for (const [name, { cpus, mem_limit }] of servers) {
      const { image, args, resources } = containerOf(find(topology, 'StatefulSet', name));
      expect(shared['postgres']).toMatchObject({ image, command: args });
      expect(resources?.limits).toEqual({ cpu: `${Number(cpus) * 1000}m`, memory: mem_limit!.replace('m', 'Mi') });
    }
  });

  it('nginx, except for whom it trusts', () => {
    const { image } = containerOf(find(topology, 'Deployment', 'nginx'));
    const { environment } = shared['nginx']!;
    expect(shared['nginx']).toMatchObject({ image });
    expect({ ...settings('nginx-settings'), TRUST_PROXY: 'false' }).toEqual(environment);
    const text = readFileSync(join(root, DEPLOY, topology, 'kustomization.yaml'), 'utf8');
    const [replicas] = (parse(text) as Kustomization).configMapGenerator![0]!.literals!;
    expect(replicas).toBe(`REPLICAS=${services[`${topology}-nginx`]!.environment!['REPLICAS']}`);
  });
});
