import { StartError } from '@jobly/contracts';
import { z } from 'zod';
import { readEnvironment } from './environment';
import { trustProxy } from './trust-proxy';

const read = (TRUST_PROXY?: string) =>
  readEnvironment(z.object({ TRUST_PROXY: trustProxy }), { TRUST_PROXY }).TRUST_PROXY;

describe('whom to trust', () => {
  it('is nobody by default', () => {
    expect([read(), read(''), read('false'), read('0')]).toEqual([false, false, false, 0]);
  });

  it.each<[string, unknown]>([
    ['true', true],
    ['2', 2],
    ['loopback', 'loopback'],
    ['uniquelocal, 192.0.2.7, 2001:db8::/32', 'uniquelocal, 192.0.2.7, 2001:db8::/32'],
  ])('is said as Express takes it: %s', (given, meant) => {
    expect(read(given)).toBe(meant);
  });

  it.each(['yes', '-1', '1.5', 'nginx', '10.0.0.0/40', 'loopback,', '10.0.0.1:80'])('cannot be %s', (given) => {
    expect(() => read(given)).toThrow(StartError);
    expect(() => read(given)).toThrow(/^The environment does not fit: TRUST_PROXY must be true, false, a number/);
  });
});
