import { fairPool } from './fair-pool';

const limits = { what: 'The work', atOnce: 1, waiting: 5 };

/** A pool, and pieces of work that end when they are told to; `begun` are those that have begun. */
function aPool(given: Partial<typeof limits> = {}) {
  const pool = fairPool({ ...limits, ...given });
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const ask = (customer: string, piece: string): Promise<string> => {
    const end = Promise.withResolvers<string>();
    ends.set(piece, end);
    return pool.run({ name: customer, waiting: 3 }, () => {
      begun.push(piece);
      return end.promise;
    });
  };
  const finish = async (piece: string) => {
    ends.get(piece)!.resolve(piece);
    await new Promise(setImmediate);
  };
  return { ask, finish, begun, ends };
}

const isRefused = (asked: Promise<string>) =>
  expect(asked).rejects.toMatchObject({ kind: 'unavailable', retryAfter: 1 });

describe('a fair pool', () => {
  it('does so much at once and no more', async () => {
    const { ask, finish, begun } = aPool({ atOnce: 2 });
    const asked = [ask('ada', '1'), ask('ada', '2'), ask('ada', '3')];
    await new Promise(setImmediate);
    expect(begun).toEqual(['1', '2']);
    for (const piece of ['2', '1', '3']) await finish(piece);
    expect(await Promise.all(asked)).toEqual(['1', '2', '3']);
  });

  it('serves customers in turn, however much one of them asks for', async () => {
    const { ask, finish, begun } = aPool();
    const asked = [ask('greedy', 'a'), ask('greedy', 'b'), ask('greedy', 'c'), ask('ada', 'd'), ask('bob', 'e')];
    for (const piece of ['a', 'b', 'd', 'e', 'c']) await finish(piece);
    expect(begun).toEqual(['a', 'b', 'd', 'e', 'c']);
    await Promise.all(asked);
  });

  it('refuses at once what one customer has too much of, and takes what another asks for', async () => {
    const { ask, finish } = aPool();
    const asked = ['a', 'b', 'c', 'd'].map((piece) => ask('greedy', piece));
    await isRefused(ask('greedy', 'e'));
    asked.push(ask('ada', 'f'));
    for (const piece of ['a', 'b', 'f', 'c', 'd']) await finish(piece);
    await Promise.all(asked);
  });

  it('refuses everybody when too much waits, and nobody any more when that is done', async () => {
    const { ask, finish } = aPool();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const asked = names.map((name) => ask(name, name));
    await isRefused(ask('g', 'g'));
    for (const name of names) await finish(name);
    await Promise.all(asked);
    const late = ask('g', 'h');
    await finish('h');
    expect(await late).toBe('h');
  });

  it('goes on after work that fails', async () => {
    const { ask, finish, ends } = aPool();
    const failing = ask('ada', 'a');
    const next = ask('ada', 'b');
    ends.get('a')!.reject(new Error('no memory'));
    await expect(failing).rejects.toThrow('no memory');
    await finish('b');
    expect(await next).toBe('b');
  });
});
