import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { answersBefore, deploymentOrder } from './deployment-order';
import { inWords } from './in-words';
import { openStaging, type Staging } from './staging';
import type { Deployable } from '../preloads/topologies';

// The processes are real, because the question is what an old one does over a new schema. Starting them takes seconds.
import.meta.jest.setTimeout(240_000);

const monolith: Deployable = { name: 'monolith', app: 'monolith', place: '', database: 'jobly' };
const changed = [{ ...monolith, migrates: true }];
const { signal } = new AbortController();

let after: string;
let staging: Staging;
beforeAll(async () => {
  after = mkdtempSync(join(tmpdir(), 'order-test-'));
  symlinkSync(resolve('node_modules'), join(after, 'node_modules'));
  writeFileSync(join(after, 'package.json'), '{ "type": "module" }');
  staging = await openStaging(resolve('.'), new Map([['monolith', [monolith]]]), signal);
});
afterAll(async () => {
  await staging.close();
  rmSync(after, { recursive: true });
});

/** A new version of the monolith, with another sentence and with this migration. */
function newVersion(sql: string): void {
  const bundle = join(after, 'dist/apps/monolith');
  cpSync('dist/apps/monolith', bundle, { recursive: true });
  const main = readFileSync(join(bundle, 'main.js'), 'utf8');
  writeFileSync(join(bundle, 'main.js'), main.replaceAll('No company: ', 'There is no company '));
  const migration = join(bundle, 'migrations/99999999999999_made_up');
  mkdirSync(migration, { recursive: true });
  writeFileSync(join(migration, 'migration.sql'), sql);
}

it('old processes over a new schema are judged by what an old client is answered', async () => {
  const deployment = { topology: 'monolith', deployables: [monolith], changed, after } as const;
  const before = await answersBefore(deployment, staging);

  newVersion('ALTER TABLE companies ADD COLUMN industry TEXT;');
  const compatible = await deploymentOrder(deployment, before, staging, () => {});
  expect(inWords(compatible.orders)).toBe('monolith schema, then monolith');
  expect(compatible.states).toHaveLength(2);
  expect(compatible.intended[0]).toMatchObject({
    request: 'GET /companies/no-such-company',
    at: 'body.error.message',
    here: '"There is no company no-such-company"',
  });

  newVersion(
    'ALTER TABLE companies ADD COLUMN industry TEXT; ALTER TABLE companies ADD CHECK (industry IS NOT NULL) NOT VALID;',
  );
  const breaking = await deploymentOrder(deployment, before, staging, () => {});
  expect(inWords(breaking.orders)).toBe('none');
  expect(breaking.states).toHaveLength(1);
  expect(breaking.states[0]?.broken).toMatchObject({
    request: 'POST /companies',
    at: 'status',
    before: '201',
    here: '500',
  });
});
