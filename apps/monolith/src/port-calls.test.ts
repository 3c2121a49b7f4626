import { portCalls } from './port-calls';

/** A port that keeps its arguments and returns them. */
function aPort() {
  const told: unknown[][] = [];
  return {
    told,
    port: {
      async tell(...args: unknown[]) {
        told.push(args);
        return args[0];
      },
    },
  };
}

describe('direct calls', () => {
  it('are the calls themselves', () => {
    const { port } = aPort();
    expect(portCalls('direct')(port)).toBe(port);
  });
});

describe.each(['json', 'loopback'] as const)('calls through JSON: %s', (mode) => {
  it('pass what JSON can carry, and copies of it', async () => {
    const { told, port } = aPort();
    const given = { at: new Date(0), left: undefined, list: [1] };
    const back = await portCalls(mode)(port).tell(given);
    for (const [heard] of told) expect(heard).toEqual({ at: '1970-01-01T00:00:00.000Z', list: [1] });
    expect(back).toEqual(told.at(-1)![0]);
    expect(back).not.toBe(told.at(-1)![0]);
  });

  it('may have nothing to say', async () => {
    const { told, port } = aPort();
    expect(await portCalls(mode)(port).tell()).toBeUndefined();
    expect(told).toEqual(mode === 'json' ? [[]] : [[], []]);
  });
});

describe('calls through JSON alone', () => {
  it('are made once', async () => {
    const { told, port } = aPort();
    expect(await portCalls('json')(port).tell('acme', [1, 2])).toBe('acme');
    expect(told).toEqual([['acme', [1, 2]]]);
  });
});

describe('calls over the loopback', () => {
  it('are made twice, as if the first answer had been lost', async () => {
    const { told, port } = aPort();
    expect(await portCalls('loopback')(port).tell('acme', [1, 2])).toBe('acme');
    expect(told).toEqual([
      ['acme', [1, 2]],
      ['acme', [1, 2]],
    ]);
  });

  it('fail as the port does, the second time as well as the first', async () => {
    let calls = 0;
    const failingAt = (count: number) => ({
      async tell() {
        calls += 1;
        if (calls === count) throw new Error(`call ${count}`);
      },
    });
    await expect(portCalls('loopback')(failingAt(1)).tell()).rejects.toThrow('call 1');
    await expect(portCalls('loopback')(failingAt(3)).tell()).rejects.toThrow('call 3');
  });
});
