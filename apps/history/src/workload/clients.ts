import { setTimeout as delay } from 'node:timers/promises';
import { randomFrom } from '../random';
import { act } from './actions';
import { liveRecords } from './live-records';
import type { Perform } from './recorder';

const CLIENTS = 6;

/** Between two operations of a client: the processes under test need the processors, too. */
const THINK_MS = [5, 40] as const;

/** After a refusal: a client that asked on and on would do nothing but hear that something is down. */
const PATIENCE_MS = 250;

/** Lets clients work on shared records until the signal. Each chooses by numbers of its own, which the seed gives. */
export async function runClients(seed: number, perform: Perform, stop: AbortSignal): Promise<void> {
  const live = liveRecords(randomFrom(seed));
  let last = 0;
  const fresh = () => (last += 1);
  const isOver = () => stop.aborted;

  async function work(number: number): Promise<void> {
    const random = randomFrom(seed * CLIENTS + number);
    let refusals = 0;
    const performAndCount: Perform = async (performance) => {
      const performed = await perform(performance);
      if (performed.outcome === 'refused') refusals += 1;
      return performed;
    };
    while (!isOver()) {
      const before = refusals;
      await act({ name: `client-${number}`, random, live, perform: performAndCount, fresh });
      const pause = random.between(...THINK_MS) + (refusals > before ? PATIENCE_MS : 0);
      await delay(pause, undefined, { signal: stop }).catch(() => {});
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, at) => work(at + 1)));
}
