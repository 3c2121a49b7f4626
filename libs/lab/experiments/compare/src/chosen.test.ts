import { isAsked } from './chosen';

describe('the stacks that are compared', () => {
  it('are the two, or those and the one between', () => {
    expect(isAsked([])).toBe(false);
    expect(isAsked(['stacks monolith,micro'])).toBe(false);
    expect(isAsked(['stacks monolith,soa,micro'])).toBe(true);
  });

  it.each(['', 'soa', 'micro,soa,monolith', 'monolith,soa,micro,soa', 'monolith'])('cannot be "%s"', (names) => {
    expect(() => isAsked([`stacks ${names}`])).toThrow('--stacks must be monolith,soa,micro or monolith,micro');
  });
});
