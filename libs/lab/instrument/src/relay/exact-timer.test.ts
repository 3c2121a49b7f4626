import { clock } from '../load/metronome';
import { afterExactly } from './exact-timer';

/** Resolves with the order in which actions came that were due at these times (ms from now), and how early each was. */
const actionsAfter = (...times: number[]) =>
  new Promise<{ order: number[]; early: number[] }>((resolve) => {
    const order: number[] = [];
    const early: number[] = [];
    const begin = clock();
    for (const ms of times) {
      const act = () => {
        order.push(ms);
        early.push(begin + ms - clock());
        if (order.length === times.length) resolve({ order, early });
      };
      afterExactly(act, begin + ms - clock());
    }
  });

describe('an exact timer', () => {
  it('acts in the order in which actions are due, and never too early', async () => {
    const { order, early } = await actionsAfter(6.5, 0.25, 12, 3, 0.5);
    expect(order).toEqual([0.25, 0.5, 3, 6.5, 12]);
    for (const ms of early) expect(ms).toBeLessThanOrEqual(0);
  });

  it('goes on when nothing has been due for a while', async () => {
    await actionsAfter(1);
    expect((await actionsAfter(2)).order).toEqual([2]);
  });
});
