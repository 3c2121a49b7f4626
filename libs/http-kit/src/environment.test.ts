import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';
import { z } from 'zod';
import { commonSettings, readEnvironment, setting } from './environment';

const directory = mkdtempSync(join(tmpdir(), 'environment-'));
afterAll(() => rmSync(directory, { recursive: true }));

const settings = z.object({
  ...commonSettings,
  PORT: setting.port(3001),
  NEIGHBOUR_URL: setting.url('http://127.0.0.1:3011'),
  DATABASE_URL: setting.databaseUrl,
  SECRET: setting.secret,
  SEED: setting.flag,
  COLOUR: setting.oneOf(['red', 'green', 'blue']),
});

const given = { DATABASE_URL: 'postgresql://user@localhost/jobly', SECRET: 's'.repeat(32) };
const read = (more: NodeJS.ProcessEnv = {}) => readEnvironment(settings, { ...given, ...more });

describe('the environment', () => {
  it('has a default for whatever can have one', () => {
    expect(read()).toEqual({
      ...given,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      DRAIN_MS: 300,
      SERVER_TIMING: false,
      ADMIT_ALL: false,
      PORT: 3001,
      NEIGHBOUR_URL: 'http://127.0.0.1:3011',
      SEED: false,
      COLOUR: 'red',
    });
  });

  it('says what replaces the secret that services shared', () => {
    const schema = z.object({ JOBS_SERVICE_PRIVATE_KEY: setting.servicePrivateKey });
    expect(() => readEnvironment(schema, { SERVICE_TOKEN_SECRET: 's'.repeat(32) })).toThrow(
      new StartError(
        'The environment does not fit: JOBS_SERVICE_PRIVATE_KEY must be given, an EC private key (P-256) in PEM format that only this service has; it replaces SERVICE_TOKEN_SECRET.',
      ),
    );
  });

  it('is read for what it means', () => {
    expect(read({ PORT: '0', SEED: 'true', UNKNOWN: 'x' })).toMatchObject({ PORT: 0, SEED: true });
    expect(read({ PORT: '0', SEED: 'true', UNKNOWN: 'x' })).not.toHaveProperty('UNKNOWN');
  });

  it('takes an IPv6 address in brackets, too', () => {
    expect(['::1', '[::1]', 'localhost'].map((HOST) => read({ HOST }).HOST)).toEqual(['::1', '::1', 'localhost']);
  });

  it('takes an empty variable for none, as a compose file means it', () => {
    expect(read({ PORT: '', LOG_LEVEL: '', SEED: '', COLOUR: '' })).toEqual(read());
  });

  it.each([
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '3e3' }, 'PORT must be a whole number from 0 to 65535'],
    [
      { HOST: 'fe80::7%eth0' },
      'HOST must be an address or a name of this machine that a URL can hold, such as 127.0.0.1 or ::1',
    ],
    [{ COLOUR: 'grey' }, 'COLOUR must be red, green or blue, not "grey"'],
    [{ SEED: 'yes' }, 'SEED must be true or false'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be a level such as info or warn'],
    [{ NEIGHBOUR_URL: 'localhost:3011' }, 'NEIGHBOUR_URL must be an http URL without a path'],
    [{ NEIGHBOUR_URL: 'nonsense' }, 'NEIGHBOUR_URL must be an http URL without a path'],
    [{ NEIGHBOUR_URL: 'ftp://localhost' }, 'NEIGHBOUR_URL must be an http URL without a path'],
    [{ NEIGHBOUR_URL: 'http://localhost/users' }, 'NEIGHBOUR_URL must be an http URL without a path'],
    [{ DATABASE_URL: 'mysql://localhost/jobly' }, 'DATABASE_URL must be a postgresql:// URL'],
    [{ SECRET: 'short' }, 'SECRET must have at least 32 characters'],
    [{ DATABASE_URL: undefined }, 'DATABASE_URL must be a postgresql:// URL'],
    [{ SECRET: undefined }, 'SECRET must be given'],
  ])('stops the start with a sentence that names what is wrong: %p', (wrong, sentence) => {
    expect(() => read(wrong)).toThrow(new StartError(`The environment does not fit: ${sentence}.`));
  });

  it('names everything that is wrong at once, and no secret', () => {
    const start = () => read({ PORT: 'x', SECRET: 'hunter2' });
    expect(start).toThrow(/^(?!.*hunter2).*PORT must be .*; SECRET must have/s);
  });

  it('knows a neighbour by its origin', () => {
    expect(read({ NEIGHBOUR_URL: 'http://users:3011/' }).NEIGHBOUR_URL).toBe('http://users:3011');
  });
});

describe('a variable in a file', () => {
  it('is what the file holds, but for the white space around it', () => {
    const file = join(directory, 'secret');
    writeFileSync(file, `${'f'.repeat(40)}\n`);
    expect(read({ SECRET: '', SECRET_FILE: file }).SECRET).toBe('f'.repeat(40));
  });

  it('does not count beside the variable itself', () => {
    expect(read({ SECRET_FILE: join(directory, 'nothing') }).SECRET).toBe(given.SECRET);
  });

  it('is held to the same rules', () => {
    const file = join(directory, 'short');
    writeFileSync(file, 'short');
    expect(() => read({ SECRET: '', SECRET_FILE: file })).toThrow('SECRET must have at least 32 characters');
  });

  it.each(['no-such-file', '.'])('that cannot be read stops the start: %s', (name) => {
    const file = join(directory, name);
    expect(() => read({ SECRET: '', SECRET_FILE: file })).toThrow(
      `SECRET_FILE names a file that cannot be read: ${file}.`,
    );
  });
});
