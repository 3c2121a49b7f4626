import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { anApp, anOperation } from './app.fixture';
import { route } from './routes';

const ada = { username: 'ada', account: randomUUID(), isAdmin: false };

/** An app whose answers say which key a request has for its handler. */
const appFor = (caller: typeof ada | undefined, operation: Parameters<typeof anOperation>[0] = {}) =>
  anApp(
    [route(anOperation({ method: 'post', keyed: true, ...operation }), async ({ key }) => ({ key: key ?? null }))],
    {
      guard: async () => caller,
    },
  );

type Keys = Record<string, string | string[]>;
const keyOf = async (app: ReturnType<typeof appFor>, headers: Keys, path = '/things') => {
  const { status, body } = await request(app)
    .post(path)
    .set(headers as Record<string, string>);
  return status === 200 ? (body as { key: string | null }).key : status;
};
const keyed = (key: string | string[]): Keys => ({ 'Idempotency-Key': key });

describe('the key of a request', () => {
  it('is the same for the same caller, operation and header, quoted or not', async () => {
    const key = await keyOf(appFor(ada), keyed('a "b" \\c'));
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyOf(appFor(ada), keyed('"a \\"b\\" \\\\c"'))).toBe(key);
  });

  it('differs by caller, operation and header', async () => {
    const keys = [
      await keyOf(appFor(ada), keyed('one')),
      await keyOf(appFor(ada), keyed('other')),
      await keyOf(appFor({ ...ada, account: randomUUID() }), keyed('one')),
      await keyOf(appFor(undefined), keyed('one')),
      await keyOf(appFor(ada, { path: '/others' }), keyed('one'), '/others'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is none without the header', async () => {
    expect(await keyOf(appFor(ada), {})).toBeNull();
  });

  it('is none where the operation has no use for it, whatever the header is', async () => {
    expect(await keyOf(appFor(ada, { keyed: false }), keyed(''))).toBeNull();
  });

  it('may have 255 characters', async () => {
    expect(await keyOf(appFor(ada), keyed('k'.repeat(255)))).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['empty', ''],
    ['empty in quotes', '""'],
    ['too long', 'k'.repeat(256)],
    ['quoted on one side', '"key'],
    ['quoted with more behind it', '"key" more'],
    ['quoted with a stray backslash', '"a\\b"'],
    ['with a control character', 'a\tb'],
    ['not ASCII', 'clé'],
    ['given twice', ['one', 'one']],
  ])('is refused when it is %s', async (_what, key) => {
    expect(await keyOf(appFor(ada), keyed(key))).toBe(400);
  });

  it('is refused in a sentence that names the header', async () => {
    const { body } = await request(appFor(ada)).post('/things').set('Idempotency-Key', '');
    const message = ['Idempotency-Key must be given once, and have 1 to 255 printable ASCII characters'];
    expect(body).toEqual({ error: { message, status: 400 } });
  });
});
