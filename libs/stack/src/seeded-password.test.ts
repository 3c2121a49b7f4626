import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededPasswords } from './seeded-password';
import { type PartName, blueprints } from './topology';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'jobly-seeded-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The knowledge after a start with these variables, in which these parts have just seeded their databases. */
function after(given: NodeJS.ProcessEnv, filled: PartName[]) {
  const processes = blueprints.map(({ name }) => ({ name, seeded: () => filled.includes(name) }));
  return seededPasswords({ directory, given, parts: blueprints }, processes);
}

test('it is the one that everybody knows unless the user sets another', () => {
  expect(after({}, ['monolith', 'users', 'jobs'])).toEqual({ monolith: 'well-known', users: 'well-known' });
  expect(after({ SEED_PASSWORD: 'password' }, ['users'])).toMatchObject({ users: 'well-known' });
  expect(after({ SEED_PASSWORD: 'of mine' }, ['users'])).toMatchObject({ users: 'own' });
  expect(after({ SEED_PASSWORD_FILE: '/a/file' }, ['monolith'])).toMatchObject({ monolith: 'own' });
});

test('a database keeps the one it was filled with, whatever is set later', () => {
  after({ SEED_PASSWORD: 'of mine' }, ['users']);
  expect(after({ SEED: 'false' }, ['monolith'])).toEqual({ users: 'own', monolith: 'well-known' });
  expect(after({ SEED_PASSWORD: 'another' }, [])).toEqual({ users: 'own', monolith: 'well-known' });
});

test('without a seed there is none', () => {
  expect(after({ SEED: 'false' }, [])).toEqual({});
});

test('of a database of the user’s own it is known only when it has just been filled', () => {
  const given = { USERS_DATABASE_URL: 'postgresql://mine/users' };
  expect(after(given, ['users'])).toEqual({ users: 'well-known' });
  expect(after(given, [])).toEqual({});
  expect(after({}, [])).toEqual({});
});
