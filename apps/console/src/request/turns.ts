import { conflict } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';

/** Whoever uses the stacks here does so alone: several at once would compete for the processors, and be counted together. */
export interface Turns {
  /** Waits for its turn. @throws Problem (409) while a series is sent, or something is measured */
  single<T>(work: () => Promise<T>): Promise<T>;
  /**
   * The same of a series, of which there is only one at a time.
   * @param work is given what throws a Failure as soon as it must not go on
   */
  series<T>(work: (check: () => void) => Promise<T>): Promise<T>;
}

/** @param measuring what is being measured on this machine, if anything is */
export function createTurns(measuring: () => string | null): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let isSeries = false;
  const whyNot = () => {
    const measured = measuring();
    return measured === null ? undefined : `Nothing is sent while ${measured} measures; wait until it is done`;
  };
  const check = () => {
    const reason = whyNot();
    if (reason !== undefined) throw conflict(reason);
    if (isSeries) throw conflict('A series of requests is being sent; wait until it is done, or stop it');
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    async single(work) {
      check();
      // What is measured may have begun while it waited.
      return inTurn(async () => {
        check();
        return work();
      });
    },
    async series(work) {
      check();
      isSeries = true;
      const goOn = () => {
        const reason = whyNot();
        if (reason !== undefined) throw new Failure(`${reason}.`);
      };
      return inTurn(async () => work(goOn)).finally(() => (isSeries = false));
    },
  };
}
