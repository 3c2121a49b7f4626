import { behindAdapter } from './trust-proxy';

test.each([
  [undefined, '1'],
  ['false', '1'],
  ['0', '1'],
  ['2', '3'],
  ['true', 'true'],
  ['10.0.0.0/8', 'loopback, 10.0.0.0/8'],
])('a server that trusts %s trusts its adapter as well', (trusted, withAdapter) => {
  expect(behindAdapter(trusted)).toBe(withAdapter);
});
