import { stacksOf } from './stacks';
import { urlOf } from './up';

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
