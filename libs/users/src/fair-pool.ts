import { unavailable } from '@jobly/contracts';
import { away, fairLine } from '@jobly/http-kit';

interface Limits {
  /** What the work is, in the words of the refusal. */
  what: string;
  /** Pieces of work under way at a time. */
  atOnce: number;
  /** Pieces that wait, of all customers. */
  waiting: number;
}

/** Whoever asks for the work. */
export interface Customer {
  name: string;
  /** The most pieces of theirs that wait. */
  waiting: number;
}

export interface FairPool {
  /**
   * Does the work when its customer's turn comes.
   * @throws Problem `unavailable` at once if too much waits already.
   */
  run<T>(customer: Customer, work: () => Promise<T>): Promise<T>;
}

/**
 * Bounds costly work and shares it out by customer: those who wait are served in turn, so that one who asks for a
 * thousand pieces delays another's first by one piece.
 */
export function fairPool({ what, atOnce, waiting }: Limits): FairPool {
  const line = fairLine<() => void>();
  let underWay = 0;

  function serveNext(): void {
    if (underWay === atOnce) return;
    const begin = line.next();
    if (!begin) return;
    underWay += 1;
    begin();
  }

  async function inTurn<T>(customer: string, work: () => Promise<T>): Promise<T> {
    const turn = new Promise<void>((begin) => line.join(customer, begin));
    serveNext();
    await turn;
    try {
      return await work();
    } finally {
      underWay -= 1;
      serveNext();
    }
  }

  return {
    async run(customer, work) {
      const isTooMuch = line.length >= waiting || line.lengthOf(customer.name) >= customer.waiting;
      if (isTooMuch) throw unavailable(what);
      return away(() => inTurn(customer.name, work));
    },
  };
}
