import { type LoadRequest, shuffled } from '@jobly/lab/instrument';
import { updateJob } from './job-writes';
import { companyDetail, companyList, jobDetail, jobList, ownProfile } from './reads';
import { updateProfile } from './user-writes';
import type { Prepared, Workload } from './workload';

/** Whose requests are mixed, and how many of the deck's cards each has. */
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
 * What a day at Jobly might be like. The order is random and the shares are not: drawn one by one, they would differ
 * from block to block, and the blocks with them.
 */
export const mix: Workload = {
  name: 'mix',
  operation: 'a mix of reads and writes',
  mix: Object.fromEntries(PARTS.map(({ workload, cards }) => [workload.operation, cards / DECK.length])),
  async prepare(order) {
    const cards = shuffled(order.random, deckOf(order.count));
    const hands = new Map<Workload, Iterator<LoadRequest, undefined>>();
    const clears: Prepared['clear'][] = [];
    // One after the other, so that what each of them draws is the same at every stack.
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

/** So many cards, in the shares of the deck: exactly where that is possible, to within one card otherwise. */
const deckOf = (count: number): Workload[] =>
  Array.from({ length: count }, (_, index) => DECK[Math.floor(((index + 0.5) / count) * DECK.length)]!);
