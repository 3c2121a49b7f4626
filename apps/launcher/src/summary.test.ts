import type { Stack } from '@jobly/stack';
import { summaryOf } from './summary';

const endpoint = (url: string) => ({ url, pid: 1 });
const monolith = endpoint('http://127.0.0.1:4001');
const gateway = endpoint('http://[::1]:4002');
const micro = { ...gateway, services: { gateway, users: gateway, companies: gateway, jobs: gateway } };

/** The suggested commands when this runs. */
function suggestions(running: Pick<Stack, 'seededPasswords'> & Partial<Pick<Stack, 'monolith' | 'micro'>>): string {
  const summary = summaryOf({ parts: [], ...running }, 0, undefined, 'Ctrl-C');
  return summary.slice(summary.indexOf('Try:'));
}

test('a log-in is suggested with the password that everybody knows', () => {
  const text = suggestions({ monolith, micro, seededPasswords: { users: 'well-known', monolith: 'own' } });
  expect(text).toContain(`'http://[::1]:4002/auth/token'`);
  expect(text).toContain(`'{"username":"testuser","password":"password"}'`);
});

test('no line is too long for a terminal', () => {
  const text = suggestions({ monolith, micro, seededPasswords: { users: 'well-known' } });
  expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
});

test('a log-in with a password of the user’s own names the variable', () => {
  const text = suggestions({ monolith, seededPasswords: { monolith: 'own' } });
  expect(text).toContain(`'{"username":"testuser","password":"'"$SEED_PASSWORD"'"}'`);
});

test.each([{}, { monolith: 'well-known' as const }])(
  'none is suggested where it is not known: %p',
  (seededPasswords) => {
    expect(suggestions({ micro, seededPasswords })).not.toMatch(/testuser|password/);
  },
);
