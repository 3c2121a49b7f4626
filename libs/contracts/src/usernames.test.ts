import { operations } from './index';

const named = (username: string) => operations.getUser.params.safeParse({ username }).data?.username ?? 'refused';
const others = { password: 'password', firstName: 'U', lastName: 'V', email: 'u@example.com' };
const takenAs = (username: unknown) =>
  operations.register.body.safeParse({ ...others, username }).data?.username ?? 'refused';

describe('a username', () => {
  it.each([
    'a',
    'A.b_c-9',
    'o@example',
    'Joan of Arc',
    'Zoë',
    'Łukasz',
    '田中',
    'Ελένη',
    'משה',
    'दीपक',
    '😀',
    '❤\ufe0f',
    '<b>&\'+=~;,:$!*()[]{}|^`"',
    '...',
    '.a',
    '😀'.repeat(25),
  ])('may be %j', (username) => {
    expect(takenAs(username)).toBe(username);
    expect(named(username)).toBe(username);
  });

  it.each([
    '',
    ' ',
    ' a',
    'a ',
    'x'.repeat(26),
    '😀'.repeat(26),
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'a%b',
    'a\tb',
    'a\n',
    'a\0b',
    'a\x1bb',
    'a\x7fb',
    'a\x9fb',
    'a\u00a0b',
    'a\u2003b',
    'a\u3000b',
    'a\u2028b',
    'a\u00adb',
    'a\u200bb',
    'a\u200db',
    'a\u202eb',
    'a\u2066b',
    '\ufeffa',
    'a\ud800',
    '\udc00a',
    'a\ue000',
    'a\ufffe',
    'a\u0378',
    'a\u{e0041}',
    'a\u{10fffd}',
    null,
    42,
    ['a'],
  ])('may not be %j', (username) => {
    expect(takenAs(username)).toBe('refused');
    if (typeof username === 'string') expect(named(username)).toBe('refused');
  });

  it.each(['.', '..', 'ada\ufe0f', '\u115f', 'a\u034fda', '\u3164', '\u2800', 'a\u{e0101}', '7\ufe0f'])(
    'may not be %j any more, but one that is can be named',
    (username) => {
      expect(takenAs(username)).toBe('refused');
      expect(named(username)).toBe(username);
    },
  );
});

describe('a username typed in another way', () => {
  it.each([
    ['Zoe\u0308', 'Zo\u00eb'],
    ['\u1112\u1161\u11ab', '\ud55c'],
    ['\u212bke', '\u00c5ke'],
    ['q\u0307\u0323', 'q\u0323\u0307'],
  ])('is the same: %j', (typed, canonical) => {
    expect(typed).not.toBe(canonical);
    expect(takenAs(typed)).toBe(canonical);
    expect(named(typed)).toBe(canonical);
    expect(operations.logIn.body.parse({ username: typed, password: '' }).username).toBe(canonical);
  });

  it('is as long as the one way to write it', () => {
    expect(takenAs('e\u0301'.repeat(25))).toBe('é'.repeat(25));
    expect(takenAs('e\u0301'.repeat(26))).toBe('refused');
    // Some become longer.
    expect(takenAs('\u0958'.repeat(12))).toHaveLength(24);
    expect(takenAs('\u0958'.repeat(13))).toBe('refused');
  });

  it('is kept to its size when somebody tries to log in as it', () => {
    const tried = (username: string) => operations.logIn.body.safeParse({ username, password: '' }).success;
    expect(tried('\u0958'.repeat(50))).toBe(true);
    expect(tried('\u0958'.repeat(51))).toBe(false);
  });
});
