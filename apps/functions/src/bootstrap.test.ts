import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fleet, createFleet } from '@jobly/lambda-emulator';

const directory = mkdtempSync(join(tmpdir(), 'jobly-function-'));
writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
writeFileSync(
  join(directory, 'good.js'),
  `export const handler = async (event, context) => {
    if (event.broken) throw new TypeError('broken');
    if (event.bytes) return 'x'.repeat(event.bytes);
    const ms = context.getRemainingTimeInMillis();
    return { ...event, id: context.awsRequestId, name: context.functionName, inTime: ms > 0 && ms <= 5_000 };
  };`,
);
writeFileSync(join(directory, 'bad.js'), `throw new Error('no settings');`);

let fleet: Fleet;
const called = (handler: string) => {
  const runtime = [process.execPath, join(import.meta.dirname, '../../../dist/apps/functions/bootstrap.js')];
  const limits = { memoryMb: 128, timeoutMs: 5_000, concurrency: 1, idleMs: 60_000 };
  fleet = createFleet({ name: 'f', directory, handler, runtime, ...limits, env: {}, freezes: true, log: 'ignore' });
  return fleet.invoke;
};
afterEach(() => fleet.stop());
afterAll(() => rmSync(directory, { recursive: true }));

const bodyOf = (invoked: object) => ('body' in invoked ? (JSON.parse(String(invoked.body)) as unknown) : undefined);

describe('the runtime', () => {
  it('calls the handler for one event after the other, and tells it of each call', async () => {
    const invoke = called('good.handler');
    for (const a of [1, 2]) {
      const answer = bodyOf(await invoke(JSON.stringify({ a })));
      expect(answer).toEqual({ a, id: expect.stringMatching(/^[\da-f-]{36}$/), name: 'f', inTime: true });
    }
  });

  it('reports what the handler throws, and goes on', async () => {
    const invoke = called('good.handler');
    const failed = await invoke('{"broken":true}');
    expect(failed.kind).toBe('failed');
    expect(bodyOf(failed)).toMatchObject({ errorType: 'TypeError', errorMessage: 'broken', trace: expect.any(Array) });
    expect(bodyOf(await invoke('{"a":3}'))).toMatchObject({ a: 3 });
  });

  it('goes on when an answer is refused because it is too large', async () => {
    const invoke = called('good.handler');
    const before = await invoke('{}');
    const refused = await invoke('{"bytes":6291556}');
    expect(bodyOf(refused)).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
    const after = await invoke('{}');
    expect(after).toMatchObject({ kind: 'answered', initMs: undefined, pid: 'pid' in before && before.pid });
  });

  it.each([
    ['bad.handler', 'no settings'],
    ['good.other', 'good.js exports no function'],
  ])('reports that a handler cannot be loaded: %s', async (handler, why) => {
    const invoked = await called(handler)('{}');
    expect(invoked).toMatchObject({ kind: 'failed', body: expect.stringContaining(why) });
  });
});
