import { type LoadRequest, shuffled } from '@jobly/lab/instrument';
import { updateJob } from './job-writes';
import { companyDetail, companyList, jobDetail, jobList, ownProfile } from './reads';
import { updateProfile } from './user-writes';
import type { Prepared, Workload } from './workload';

/** The workloads in the mix, and the number of cards that each has in the deck. */
const PARTS = [
  { workload: companyList, cards: 4 },
  { workload: companyDetail, cards: 4 },
  { workload: jobList, cards: 3 },
  { workload: jobDetail, cards: 4 },
  { workload: ownProfile, cards: 3 },
  { workload: updateProfile, cards: 1 },
  { workload: updateJob, cards: 1 },
];

const DECK = PARTS.flatMap(({ workload, cards }) => Array<Workload>(cards).fill(workload));

/**
 * A plausible day at Jobly. The order is random and the shares are not: if requests were drawn independently, the
 * shares would vary from block to block, and so would the figures.
 */
export const mix: Workload = {
  name: 'mix',
  operation: 'a mix of reads and writes',
  mix: Object.fromEntries(PARTS.map(({ workload, cards }) => [workload.operation, cards / DECK.length])),
  async prepare(order) {
    const cards = shuffled(order.random, deckOf(order.count));
    const hands = new Map<Workload, Iterator<LoadRequest, undefined>>();
    const clears: Prepared['clear'][] = [];
    // One after the other, so that each of them draws the same at every stack.
    for (const { workload } of PARTS) {
      const count = cards.filter((card) => card === workload).length;
      const { requests, clear } = await workload.prepare({ ...order, count });
      hands.set(workload, requests.values());
      clears.push(clear);
    }
    return {
      requests: cards.map((card) => hands.get(card)!.next().value!),
      repeatable: true,
      async clear() {
        for (const clear of clears) await clear?.();
      },
    };
  },
};

/** This many cards, in the shares of the deck: exactly if that is possible, to within one card otherwise. */
const deckOf = (count: number): Workload[] =>
  Array.from({ length: count }, (_, index) => DECK[Math.floor(((index + 0.5) / count) * DECK.length)]!);
