import { type Misbehaviour, fakeStack } from './fake-stack.fixture';
import { type Fuzzing, fuzz } from './fuzz';
import type { Trial } from './trial';

const cleanups: (() => void)[] = [];
afterEach(() => cleanups.splice(0).forEach((cleanUp) => cleanUp()));

/** Fuzzes two stand-ins; `settle` is asked after each deletion. */
async function fuzzed(
  { monolith, micro }: { monolith?: Misbehaviour; micro?: Misbehaviour },
  { settle = async () => true, ...options }: Partial<Fuzzing> & { settle?: () => Promise<boolean> } = {},
) {
  const [one, other] = [await fakeStack(monolith), await fakeStack(micro)];
  cleanups.push(one.close, other.close);
  const died = new Promise<never>(() => {});
  const told: Trial[] = [];
  const findings = await fuzz(
    { monolith: one.url, micro: other.url, settle, died },
    {
      ...{ seed: 1, requests: 400, signal: new AbortController().signal, onTrial: () => {} },
      onFailure: (failure) => told.push(failure),
      ...options,
    },
  );
  return { ...findings, told, heard: [one.requests(), other.requests()] };
}

test('stacks that answer alike and as the contract wants it have no failure', async () => {
  let done = 0;
  const { failures, requests, statuses } = await fuzzed({}, { onTrial: (count) => (done = count) });
  expect(failures).toEqual([]);
  expect([requests, done]).toEqual([400, 400]);
  expect(Object.values(statuses).reduce((sum, times) => sum + times)).toBe(400);
});

test('both stacks get the same requests, and the same again with the same seed', async () => {
  const linesWith = async (seed: number) => {
    const lines: Record<'monolith' | 'micro', string[]> = { monolith: [], micro: [] };
    const noting =
      (stack: 'monolith' | 'micro'): Misbehaviour =>
      ({ line, body }) => {
        lines[stack].push(line + body);
        return undefined;
      };
    await fuzzed({ monolith: noting('monolith'), micro: noting('micro') }, { seed, requests: 100 });
    expect(lines.micro).toEqual(lines.monolith);
    return lines.monolith;
  };
  const once = await linesWith(7);
  expect(await linesWith(7)).toEqual(once);
  expect(await linesWith(8)).not.toEqual(once);
});

/** Misbehaves at a text that little of what is sent contains. */
const atQuotes =
  (reply: ReturnType<Misbehaviour>): Misbehaviour =>
  ({ line }) =>
    line.startsWith('GET /companies') && /%27|'/.test(line) ? reply : undefined;

test('an answer that differs is found, and its request made small', async () => {
  const { failures, told } = await fuzzed(
    { micro: atQuotes({ status: 400, message: 'A quote' }) },
    { requests: 3_000 },
  );
  expect(told.length).toBeGreaterThan(0);
  expect(failures).toHaveLength(told.length);
  const [{ faults, request }] = told as [Trial];
  expect(faults).toEqual(['The stacks do not answer alike.']);
  expect(request.wire).toMatch(/^GET \/companies[^ ]*(%27|')/);
  const [line = '', ...headers] = request.wire.split('\r\n');
  expect(line.length).toBeLessThan(150);
  expect(headers.filter((header) => /^(Cookie|Expect|Range|Accept)/.test(header))).toEqual([]);
});

test.each<[string, Misbehaviour, string]>([
  ['a failure of the server', () => ({ status: 500, message: 'Internal server error' }), 'The status is 500.'],
  ['an internal', () => ({ status: 404, message: 'no rows in SELECT x FROM y' }), 'The error tells an internal'],
  ['a header that is due', () => ({ status: 405, message: 'No' }), 'There is a 405 without allow.'],
])('a breach that both have in common is found at both: %s', async (_what, misbehaviour, breach) => {
  const { failures } = await fuzzed({ monolith: misbehaviour, micro: misbehaviour }, { requests: 50 });
  expect(failures[0]?.faults).toEqual([
    expect.stringContaining(`monolith: ${breach}`),
    expect.stringContaining(`micro: ${breach}`),
  ]);
});

test('what both do wrong is told once, whatever the operation, and counted', async () => {
  const wrong: Misbehaviour = () => ({ status: 500, message: 'No' });
  const { failures } = await fuzzed({ monolith: wrong, micro: wrong });
  expect(failures).toHaveLength(1);
  expect(failures[0]!.times).toBeGreaterThan(100);
});

test('many kinds of failures end the fuzzing', async () => {
  const gone = { status: 410, message: 'Gone' };
  const { failures, requests } = await fuzzed({ micro: () => gone }, { requests: 2_000 });
  expect(failures).toHaveLength(10);
  expect(requests).toBeLessThan(2_000);
});

test('services that do not settle after a deletion are a failure', async () => {
  const deletes: Misbehaviour = ({ line }) => (line.startsWith('DELETE') ? { status: 200, message: '' } : undefined);
  const { failures } = await fuzzed({ monolith: deletes, micro: deletes }, { settle: async () => false });
  expect(failures.flatMap(({ faults }) => faults)).toContain('The services do not settle.');
});

test('an interruption ends it', async () => {
  const interruption = new AbortController();
  const run = fuzzed({}, { signal: interruption.signal, onTrial: (done) => done === 20 && interruption.abort() });
  await expect(run).rejects.toThrow('aborted');
});
