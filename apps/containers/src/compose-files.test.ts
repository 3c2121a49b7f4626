import { readFileSync } from 'node:fs';
import { usual, watching as watchingImages } from './images';

const workspace = new URL('../../../', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, workspace), 'utf8');

const shared = text('docker/services.yml');
const watching = text('docker/observability/services.yml');
const files = {
  monolith: text('docker-compose.monolith.yml'),
  soa: text('docker-compose.soa.yml'),
  micro: text('docker-compose.micro.yml'),
};
const distributed = ['soa', 'micro'] as const;

/** `${NAME:-default}`, as [NAME, default]. */
const variablesIn = (yaml: string) =>
  [...yaml.matchAll(/\$\{(\w+):-([^}]*)\}/g)].map(([, name, value]) => [name, value]);

/** A stack's total limit over all its services, nginx included. */
const total = (yaml: string, limit: 'cpus' | 'mem_limit') =>
  [yaml, shared]
    .flatMap((part) => [...part.matchAll(new RegExp(`${limit}: \\$\\{\\w+:-([\\d.]+)`, 'g'))])
    .reduce((sum, [, value]) => sum + Number(value), 0);

describe('the compose files', () => {
  it.each(['cpus', 'mem_limit'] as const)('give all stacks the same means in all: %s', (limit) => {
    for (const name of distributed) expect(total(files[name], limit)).toBeCloseTo(total(files.monolith, limit));
    expect(total(files.monolith, limit)).toBeGreaterThan(1);
  });

  it.each(distributed)('give the services of %s together as many database connections as the monolith', (name) => {
    const pools = variablesIn(files[name]).filter(([variable]) => variable?.endsWith('_POOL'));
    const monolith = variablesIn(files.monolith).find(([variable]) => variable === 'MONOLITH_POOL');
    expect(pools.reduce((sum, [, value]) => sum + Number(value), 0)).toBe(Number(monolith?.[1]));
  });

  it('set nothing that .env.example does not explain, with the same default', () => {
    const explained: Record<string, string | undefined> = Object.fromEntries(
      [...text('.env.example').matchAll(/^#(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    const used = variablesIn([shared, watching, ...Object.values(files)].join('\n'));
    const differing = used.filter(
      ([name, value]) => explained[name!] === undefined || (value && explained[name!] !== value),
    );
    expect(differing).toEqual([]);
    expect(Object.keys(explained).filter((name) => !used.some(([one]) => one === name))).toEqual([]);
  });

  it('are made of the images that the wrapper looks for', () => {
    const used = [shared, watching, ...Object.values(files)].join('\n');
    const looked = Object.entries({ ...usual, ...watchingImages });
    for (const [variable, image] of looked) expect(used).toContain(`\${${variable}:-${image}}`);
    const images = variablesIn(used).flatMap(([name = '']) => (name.endsWith('_IMAGE') ? name : []));
    expect(new Set(looked.map(([variable]) => variable))).toEqual(new Set(images));
  });

  it('have nginx ask its neighbours past any proxy that Docker hands on to containers', () => {
    const questions = [shared, text('docker/nginx/start.sh')].join('\n').match(/\bcurl\b[^\n]*--silent/g);
    expect(questions).toHaveLength(2);
    for (const question of questions!) expect(question).toMatch(/--noproxy,? '\*'/);
  });

  it('publish nothing but nginx', () => {
    expect(Object.values(files).map((yaml) => yaml.match(/\bports:/g)?.length)).toEqual([1, 1, 1]);
  });

  it.each([
    ['soa', ['accounts', 'catalogue']],
    ['micro', ['companies', 'jobs', 'users']],
  ] as const)('show a database of %s only to its owner', (name, owners) => {
    const databases = [...files[name].matchAll(/^ {2}(\w+)-postgres:\n(?: {4}.*\n)*? {4}networks: \[([^\]]*)\]/gm)];
    expect(databases.map(([, owner]) => owner).sort()).toEqual(owners);
    for (const database of databases) {
      expect(database[2]).toBe(`${database[1]}-database`);
      const members = files[name].match(new RegExp(`networks: \\[.*${database[1]}-database.*\\]`, 'g'));
      expect(members).toHaveLength(2);
    }
  });
});
