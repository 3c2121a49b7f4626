import { unavailable } from '@jobly/contracts';

interface Limits {
  /** What the work is, in the words of the refusal. */
  what: string;
  /** Pieces of work under way at a time. */
  atOnce: number;
  /** Pieces that wait, of all customers and of each. */
  waiting: number;
  waitingEach: number;
}

export interface FairPool {
  /**
   * Does the work when its customer's turn comes.
   * @throws Problem `unavailable` at once if too much waits already.
   */
  run<T>(customer: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Bounds costly work and shares it out by customer: those who wait are served in turn, so that one who asks for a
 * thousand pieces delays another's first by one piece.
 */
export function fairPool({ what, atOnce, waiting, waitingEach }: Limits): FairPool {
  /** The waiting work of each customer who has any; the first one is next. */
  const lines = new Map<string, (() => void)[]>();
  let [underWay, inLines] = [0, 0];

  function serveNext(): void {
    const [next] = lines;
    if (!next || underWay === atOnce) return;
    const [customer, line] = next;
    const begin = line.shift()!;
    inLines -= 1;
    // To the end of the round, if there is more.
    lines.delete(customer);
    if (line.length > 0) lines.set(customer, line);
    begin();
  }

  return {
    async run(customer, work) {
      const line = lines.get(customer) ?? [];
      if (inLines === waiting || line.length === waitingEach) throw unavailable(what);
      inLines += 1;
      lines.set(customer, line);
      const turn = new Promise<void>((resolve) => {
        line.push(() => {
          underWay += 1;
          resolve();
        });
      });
      serveNext();
      await turn;
      try {
        return await work();
      } finally {
        underWay -= 1;
        serveNext();
      }
    },
  };
}
