import { isHost, originOf, withoutBrackets } from './origin';

describe('the origin of a server', () => {
  it.each([
    ['192.0.2.7', 'http://192.0.2.7:8080'],
    ['jobly.example', 'http://jobly.example:8080'],
    ['2001:db8::7', 'http://[2001:db8::7]:8080'],
    ['[2001:db8::7]', 'http://[2001:db8::7]:8080'],
    ['::ffff:192.0.2.7', 'http://[::ffff:c000:207]:8080'],
  ])('on %s', (host, origin) => {
    expect(originOf(host, 8080)).toBe(origin);
  });

  it.each([
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['0', 'http://127.0.0.1:80'],
    ['::', 'http://[::1]:80'],
    ['[::]', 'http://[::1]:80'],
    ['0:0:0:0:0:0:0:0', 'http://[::1]:80'],
  ])('that listens on every address is one that can be opened: %s', (host, origin) => {
    expect(originOf(host, 80)).toBe(origin);
  });
});

describe('a host', () => {
  it.each(['127.0.0.1', 'localhost', 'my_host', 'a.b-c.example', '::1', '[::1]', 'fe80::7'])('may be %s', (host) => {
    expect(isHost(host)).toBe(true);
    expect(URL.canParse(originOf(host, 1))).toBe(true);
  });

  it.each([
    '',
    'fe80::7%eth0',
    '[fe80::7%25eth0]',
    '[::1',
    '::1:3001:',
    'localhost:3001',
    'http://localhost',
    'a b',
    'a/b',
  ])('may not be "%s"', (host) => {
    expect(isHost(host)).toBe(false);
  });

  it('is listened on without its brackets', () => {
    expect(['[::1]', '::1', 'localhost'].map(withoutBrackets)).toEqual(['::1', '::1', 'localhost']);
  });
});
