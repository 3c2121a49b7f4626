import { stacksOf } from './stacks';
import { summary, urlOf } from './up';

test.each([
  [undefined, 'http://localhost:3001'],
  ['0.0.0.0', 'http://localhost:3001'],
  ['[::]', 'http://[::1]:3001'],
  ['192.0.2.7', 'http://192.0.2.7:3001'],
  ['[2001:db8::7]', 'http://[2001:db8::7]:3001'],
])('a stack that is published on %s is found at %s', (address, url) => {
  const [monolith] = stacksOf('monolith');
  expect(urlOf(monolith!, { PUBLISH_ADDRESS: address })).toBe(url);
});

test.each([
  [{}, /--micro http:\/\/localhost:3002$/m],
  [{ SEED_PASSWORD: 'password' }, /--micro http:\/\/localhost:3002$/m],
  [{ SEED_PASSWORD: 'of mine' }, /--micro http:\/\/localhost:3002 --admin "testadmin:\$SEED_PASSWORD"$/m],
])('a comparison is suggested as whom it can log in: %p', (settings, expected) => {
  expect(summary(stacksOf('both'), settings, false)).toMatch(expected);
});

test('without an administrator no comparison is suggested', () => {
  expect(summary(stacksOf('both'), { SEED: 'false' }, false)).not.toContain('compare');
});
