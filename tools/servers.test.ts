import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { settings as catalogue } from '../apps/catalogue-service/src/env';
import { settings as companies } from '../apps/companies-service/src/env';
import { settings as gateway } from '../apps/gateway/src/env';
import { settings as jobs } from '../apps/jobs-service/src/env';
import { settings as monolith } from '../apps/monolith/src/env';
import { settings as users } from '../apps/users-service/src/env';
import { secretsOf, storesPasswords } from '../libs/stack/src/confidential';
import { blueprints, partWith } from '../libs/stack/src/topology';

/** What deploy/servers/processes.json says of a process. */
interface Described {
  name: string;
  topology: string;
  app: string;
  port: { variable: string; number: number };
  database?: { variable: string; name: string };
  secrets: string[];
  urls: Record<string, string>;
  stores_passwords?: true;
  is_public?: true;
}

const text = (file: string) => readFileSync(new URL(`../deploy/servers/${file}`, import.meta.url), 'utf8');
const { processes } = JSON.parse(text('processes.json')) as { processes: Described[] };

const schemas: Record<string, z.ZodObject> = {
  'catalogue-service': catalogue,
  'companies-service': companies,
  gateway,
  'jobs-service': jobs,
  monolith,
  'users-service': users,
};

/** The variables that the playbook writes under a condition, which `when` tells whether a process meets. */
const conditional = (when: string) =>
  [...text('roles/process/vars/main.yml').matchAll(/combine\(\{(.*?)\}( if (.*?) else \{\})?\)/g)].flatMap(
    ([, pairs, , condition]) => (condition === when ? [...pairs!.matchAll(/'(\w+)':/g)].map(([, name]) => name!) : []),
  );

function variablesOf(one: Described): string[] {
  return [
    'HOST',
    'LOG_LEVEL',
    one.port.variable,
    ...(one.database ? [one.database.variable, 'SEED'] : []),
    ...(one.stores_passwords ? ['SEED_PASSWORD'] : []),
    ...(one.is_public ? conditional('process.is_public is defined') : []),
    ...['DRAIN_MS', 'AUTH_MODE'],
    ...one.secrets,
    ...Object.keys(one.urls),
  ];
}

/** Those that a server runs; the others are for tests, or for platforms that start functions. */
const deployed = blueprints.filter(({ topology }) => topology !== 'loopback' && topology !== 'functions');
const blueprintOf = ({ name }: Described) => deployed.find((blueprint) => blueprint.name === name)!;

describe('the processes on servers', () => {
  it('are all those that npm start knows', () => {
    expect(processes.map(({ name }) => name).sort()).toEqual(deployed.map(({ name }) => name).sort());
  });

  it.each(processes)('listen and store where npm start has them: $name', (one) => {
    const { app, topology, port, database } = blueprintOf(one);
    expect(one).toMatchObject({ app, topology });
    expect(one.port).toEqual({ variable: port.appReads ?? port.variable, number: port.fallback });
    expect(one.database).toEqual(database && { variable: database.appReads ?? database.variable, name: database.name });
  });

  it.each(processes)('hold the secrets that they need, and no others: $name', (one) => {
    expect([...one.secrets].sort()).toEqual(secretsOf(blueprintOf(one), 'jwks').sort());
    expect(one.stores_passwords ?? false).toBe(storesPasswords(blueprintOf(one)));
  });

  it.each(processes)('are told nothing that they do not read: $name', (one) => {
    const read = Object.keys(schemas[one.app]!.shape);
    expect(variablesOf(one).filter((variable) => !read.includes(variable))).toEqual([]);
  });

  it.each(processes)('find every neighbour that they ask: $name', (one) => {
    const read = Object.keys(schemas[one.app]!.shape).filter((variable) => /^[A-Z]+_URL$/.test(variable));
    expect(Object.keys(one.urls).sort()).toEqual(read.filter((variable) => variable !== 'DATABASE_URL').sort());
    for (const [variable, name] of Object.entries(one.urls)) {
      const module = variable.replace('_URL', '').toLowerCase() as 'users' | 'companies' | 'jobs';
      expect(name).toBe(partWith(module, blueprintOf(one).topology).name);
    }
  });

  it('have machines in one inventory, each named by the group of its machines', () => {
    for (const { name } of processes) expect(text('one.yml')).toMatch(new RegExp(`^ {4}${name}: \\{ hosts:`, 'm'));
  });

  it('get longer to stop than they take at most, after their drain', () => {
    const deadline = /STOP_DEADLINE_MS = ([\d_]+)/.exec(
      readFileSync(new URL('../libs/http-kit/src/run-service.ts', import.meta.url), 'utf8'),
    );
    const [, granted, margin] = /^TimeoutStopSec=\{\{ .* \+ (\d+) \+ (\d+) \}\}$/m.exec(
      text('roles/process/templates/jobly@.service.j2'),
    )!;
    expect(Number(granted) * 1_000).toBe(Number(deadline![1]!.replaceAll('_', '')));
    expect(Number(margin)).toBeGreaterThan(0);
  });
});
