import { describe, expect, test } from 'bun:test';
import { readSettings } from './settings';

const given = { COMPANIES_DATABASE_URL: 'postgresql://127.0.0.1/x', COMPANIES_SERVICE_PRIVATE_KEY: 'a key' };

describe('settings', () => {
  test('have the defaults of the service on Node.js', () => {
    expect(readSettings(given)).toMatchObject({
      HOST: '127.0.0.1',
      COMPANIES_PORT: 3012,
      COMPANIES_POOL: 5,
      MIGRATE: 'at-start',
      DATA_SHARING: 'call',
      AUTH_MODE: 'jwks',
      SERVICE_DEADLINE_MS: 2_000,
    });
  });

  test('that are empty count as unset', () => {
    expect(readSettings({ ...given, COMPANIES_PORT: '', AUTH_MODE: '' }).COMPANIES_PORT).toBe(3012);
  });

  test('that are missing are all named', () => {
    expect(() => readSettings({})).toThrow(
      /COMPANIES_DATABASE_URL must .*; COMPANIES_SERVICE_PRIVATE_KEY must be given/,
    );
  });

  test.each([
    ['COMPANIES_POOL', '0', 'must be a whole number from 1 to 1000'],
    ['MIGRATE', 'never', 'must be at-start, only or elsewhere, not "never"'],
    ['AUTH_MODE', 'none', 'must be jwks, shared-secret, introspect, introspect-cached or gateway, not "none"'],
    ['DATA_SHARING', 'replica', 'must be call where the companies service runs on Bun, not "replica"'],
    ['SERVER_TIMING', 'true', 'must be false where the companies service runs on Bun'],
    ['JOBS_URL', 'http://jobs/path', 'must be an http URL without a path'],
    ['JWT_SECRET', 'short', 'must have at least 32 characters'],
    ['SEED', 'yes', 'must be false or true, not "yes"'],
  ])('%s=%s does not fit', (name, value, rule) => {
    expect(() => readSettings({ ...given, [name]: value })).toThrow(`The environment does not fit: ${name} ${rule}.`);
  });

  test('of a file that cannot be read name the file', () => {
    expect(() => readSettings({ ...given, JWT_SECRET_FILE: '/nowhere' })).toThrow(
      'JWT_SECRET_FILE names a file that cannot be read: /nowhere.',
    );
  });
});
