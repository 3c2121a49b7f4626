import { type LoadRequest, shuffled } from '@jobly/lab/instrument';
import { updateJob } from './job-writes';
import { companyDetail, companyListOf, jobDetail, jobListOf, ownProfile, USUAL_PAGE } from './reads';
import { updateProfile } from './user-writes';
import type { Prepared, Workload } from './workload';

/** What may differ between one mix and another. */
interface Knobs {
  name?: string;
  operation?: string;
  /** The share of requests that write. */
  writes?: number;
  /** The items on a page of a list. */
  page?: number;
  /** On behalf of how many users; by default of all in the session. */
  users?: number;
}

interface Part {
  workload: Workload;
  /** Of all requests; the shares add up to 1. */
  share: number;
}

export const USUAL_WRITES = 0.1;

/**
 * A plausible day at Jobly. The order is random and the shares are not: if requests were drawn independently, the
 * shares would vary from block to block, and so would the figures.
 */
export function mixOf({
  name = 'mix',
  operation = 'a mix of reads and writes',
  writes = USUAL_WRITES,
  page = USUAL_PAGE,
  users = Infinity,
}: Knobs = {}): Workload {
  const parts = partsOf(writes, page);
  return {
    name,
    operation,
    mix: Object.fromEntries(parts.map(({ workload, share }) => [workload.operation, share])),
    async prepare(order) {
      const session = { ...order.session, accounts: order.session.accounts.slice(0, users) };
      const cards = shuffled(order.random, deckOf(parts, order.count));
      const hands = new Map<Workload, Iterator<LoadRequest, undefined>>();
      const clears: Prepared['clear'][] = [];
      // One after the other, so that each of them draws the same at every stack.
      for (const { workload } of parts) {
        const count = cards.filter((card) => card === workload).length;
        const { requests, clear } = await workload.prepare({ ...order, session, count });
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
}

export const mix = mixOf();

/** Of twenty requests usually two write. */
function partsOf(writes: number, page: number): Part[] {
  const reads = [
    { workload: companyListOf(page), cards: 4 },
    { workload: companyDetail, cards: 4 },
    { workload: jobListOf(page), cards: 3 },
    { workload: jobDetail, cards: 4 },
    { workload: ownProfile, cards: 3 },
  ];
  const all = reads.reduce((sum, { cards }) => sum + cards, 0);
  return [
    ...reads.map(({ workload, cards }) => ({ workload, share: (cards * (1 - writes)) / all })),
    ...[updateProfile, updateJob].map((workload) => ({ workload, share: writes / 2 })),
  ].filter(({ share }) => share > 0);
}

/** This many cards in these shares: exactly if that is possible, to within one card otherwise. */
function deckOf(parts: readonly Part[], count: number): Workload[] {
  const ends: number[] = [];
  for (const { share } of parts) ends.push((ends.at(-1) ?? 0) + share);
  return Array.from({ length: count }, (_, index) => {
    const at = ends.findIndex((end) => (index + 0.5) / count < end);
    return parts.at(at)!.workload;
  });
}
