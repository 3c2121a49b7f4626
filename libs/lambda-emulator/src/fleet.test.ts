import { type Fleet, type Invoked, createFleet } from './fleet';
import { stateOf } from './process-state.fixture';
import { aFunction } from './runtime.fixture';

const fleets: Fleet[] = [];
afterEach(async () => {
  for (const fleet of fleets.splice(0)) await fleet.stop();
});

function aFleet(given: Partial<Parameters<typeof createFleet>[0]> = {}): Fleet {
  const fleet = createFleet({ ...aFunction(given), concurrency: 10, idleMs: 60_000, ...given });
  fleets.push(fleet);
  return fleet;
}

interface Answer {
  pid: number;
  calls: number;
  ticks: number;
  event: object;
  headers: Record<string, string>;
}

const answerIn = (invoked: Invoked) => {
  if (invoked.kind !== 'answered') throw new Error(`Not answered: ${JSON.stringify(invoked)}`);
  return { ...invoked, ...(JSON.parse(invoked.body) as Answer) };
};

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a call', () => {
  it('reaches the function with its id, deadline, name and trace', async () => {
    const before = Date.now();
    const { event, headers } = answerIn(await aFleet().invoke('{"a":"ä"}'));
    expect(event).toEqual({ a: 'ä' });
    expect(headers).toMatchObject({
      'lambda-runtime-aws-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
      'lambda-runtime-invoked-function-arn': expect.stringMatching(/^arn:aws:lambda:.*:function:fixture$/),
      'lambda-runtime-trace-id': expect.stringMatching(/^Root=1-[\da-f]{8}-[\da-f]{24};Parent=[\da-f]{16};Sampled=0$/),
    });
    expect(Number(headers['lambda-runtime-deadline-ms'])).toBeGreaterThanOrEqual(before + 5_000);
  });

  it('uses an instance again that is free', async () => {
    const fleet = aFleet();
    const [first, second] = [answerIn(await fleet.invoke('{}')), answerIn(await fleet.invoke('{}'))];
    expect(second).toMatchObject({ pid: first.pid, calls: 2, initMs: undefined });
    expect(first.initMs).toBeGreaterThan(0);
  });

  it('of several at the same time has an instance to itself', async () => {
    const fleet = aFleet();
    const hanging = fleet.invoke('{"do":"hang"}');
    const other = answerIn(await fleet.invoke('{}'));
    expect(fleet.pids()).toContain(other.pid);
    await fleet.stop();
    expect(await hanging).toMatchObject({ kind: 'failed' });
  });

  it('is refused at once beyond the concurrency', async () => {
    const fleet = aFleet({ concurrency: 1 });
    const hanging = fleet.invoke('{"do":"hang"}');
    expect(await fleet.invoke('{}')).toEqual({ kind: 'throttled' });
    await fleet.stop();
    await hanging;
  });
});

describe('an instance', () => {
  it('stands still while it has no call', async () => {
    const fleet = aFleet({ freezes: true });
    const first = answerIn(await fleet.invoke('{}'));
    while ((await stateOf(first.pid)) !== 'T');
    expect(answerIn(await fleet.invoke('{}')).pid).toBe(first.pid);
  });

  it('stands still and ends with all processes that it has started', async () => {
    const fleet = aFleet({ freezes: true });
    const { pid } = answerIn(await fleet.invoke('{"do":"spawn"}')).event as { pid: number };
    while ((await stateOf(pid)) !== 'T');
    await fleet.stop();
    while (!['', 'Z'].includes(await stateOf(pid)));
  });

  it('that has no call for long is ended', async () => {
    const fleet = aFleet({ idleMs: 1 });
    const { pid } = answerIn(await fleet.invoke('{}'));
    while (isRunning(pid)) await new Promise(setImmediate);
    expect(fleet.pids()).toEqual([]);
  });

  it('goes on after an error that it reports', async () => {
    const fleet = aFleet();
    expect(await fleet.invoke('{"do":"fail"}')).toEqual({ kind: 'failed', body: '{"errorMessage":"broken"}' });
    expect(answerIn(await fleet.invoke('{}')).calls).toBe(2);
  });

  it('goes on after an answer that is larger than Lambda takes', async () => {
    const fleet = aFleet();
    const { pid } = answerIn(await fleet.invoke('{}'));
    expect(await fleet.invoke('{"do":"answer-bytes","bytes":6291556}')).toMatchObject({ kind: 'answered', pid });
    expect(await fleet.invoke('{"do":"answer-bytes","bytes":6291557}')).toEqual({
      kind: 'failed',
      body: JSON.stringify({
        errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
        errorType: 'Function.ResponseSizeTooLarge',
      }),
    });
    expect(answerIn(await fleet.invoke('{}'))).toMatchObject({ pid, calls: 4 });
  });

  it.each([
    ['ends', '{"do":"exit"}', 'Runtime.ExitError'],
    ['ends while it answers', '{"do":"break-off"}', 'Runtime.ExitError'],
    ['takes too long', '{"do":"hang"}', 'Sandbox.Timedout'],
  ])('that %s is replaced', async (_what, event, error) => {
    const fleet = aFleet({ timeoutMs: 2_000 });
    const { pid } = answerIn(await fleet.invoke('{}'));
    expect(await fleet.invoke(event)).toMatchObject({ kind: 'failed', body: expect.stringContaining(error) });
    const next = answerIn(await fleet.invoke('{}'));
    expect(next).toMatchObject({ calls: 1 });
    expect(next.pid).not.toBe(pid);
  });

  it.each(['exit', 'hang'])('has answered even if it does this then, and is replaced: %s', async (then) => {
    const fleet = aFleet({ timeoutMs: 2_000 });
    const { pid } = answerIn(await fleet.invoke(`{"do":"answer-and-${then}"}`));
    const next = answerIn(await fleet.invoke('{}'));
    expect(next).toMatchObject({ calls: 1 });
    expect(next.pid).not.toBe(pid);
  });

  it.each([
    ['with what it says', 'init-error', 'no settings'],
    ['even if it ends while it says why', 'init-broken-off', 'Runtime.ExitError'],
  ])('that cannot start fails its call %s', async (_how, BEHAVIOUR, error) => {
    const invoked = await aFleet({ env: { BEHAVIOUR } }).invoke('{}');
    expect(invoked).toMatchObject({ kind: 'failed', body: expect.stringContaining(error) });
  });

  it('is refused the next call before it has answered, and the answer to another', async () => {
    const invoked = await aFleet().invoke('{"do":"misuse"}');
    expect(invoked).toMatchObject({ kind: 'answered', body: '{"early":403,"other":400}' });
  });
});
