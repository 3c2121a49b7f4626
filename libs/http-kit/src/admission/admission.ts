import { type Problem, unavailable } from '@jobly/contracts';
import { fairLine } from './fair-line';
import type { Limit } from './limit';
import { countRefusal, showLimit } from './metrics';

/** Bounds the requests that are at work at a time. */
export interface Admission {
  /** What whoever is refused gets to know. */
  readonly refusal: Problem;
  /**
   * Resolves when there is a place.
   * @param source whose turn it is when several wait; asked for only then
   * @throws Problem `unavailable` for whoever has waited for too long, or longest when too many wait
   */
  enter(source: () => string): Promise<void>;
  /** Gives the place back. */
  leave(): void;
  /** Takes the place again that was given back while somebody else was at work; what has begun is not refused. */
  resume(): void;
  stop(): void;
}

/** Those who wait. More could not be served within the patience anyway. */
const WAITING = 256;
/** Whoever waits longer had better ask again, perhaps another replica (ms). */
const PATIENCE_MS = 250;

interface Waiting {
  since: number;
  admit: () => void;
  refuse: (reason: unknown) => void;
}

/**
 * Admits requests up to an adaptive limit. The others wait for a moment, sources in turn; after that the oldest is refused
 * first, because its client is the likeliest to have given up. So what is admitted is answered in time, whatever else
 * comes (https://sre.google/sre-book/handling-overload/).
 * @param what is refused, in the words of the refusal
 * @param limitOf the number of places, which may depend on how many are in use
 */
export function createAdmission(what: string, limitOf: (inUse: () => number) => Limit): Admission {
  const line = fairLine<Waiting>();
  let underWay = 0;
  const limit = limitOf(() => underWay);
  // One for all: a stack trace for each would cost as much as what it refuses.
  const refusal = unavailable(what);
  let timer: NodeJS.Timeout | undefined;
  showLimit(what, () => limit.current);

  function refuseOldest(): void {
    const oldest = line.oldest()!;
    line.leave(oldest);
    countRefusal(what);
    oldest.refuse(refusal);
  }

  function refuseLate(): void {
    timer = undefined;
    const late = performance.now() - PATIENCE_MS;
    for (let oldest = line.oldest(); oldest && oldest.since <= late; oldest = line.oldest()) refuseOldest();
    watch();
  }

  function watch(): void {
    const oldest = line.oldest();
    if (oldest) timer ??= setTimeout(refuseLate, Math.max(1, oldest.since + PATIENCE_MS - performance.now()));
  }

  return {
    refusal,
    async enter(source) {
      if (underWay < limit.current && line.length === 0) {
        underWay += 1;
        return;
      }
      limit.reached();
      if (line.length === WAITING) refuseOldest();
      await new Promise<void>((admit, refuse) => {
        line.join(source(), { since: performance.now(), admit, refuse });
        watch();
      });
    },
    leave() {
      underWay -= 1;
      while (underWay < limit.current) {
        const next = line.next();
        if (!next) return;
        underWay += 1;
        next.admit();
      }
    },
    resume() {
      underWay += 1;
    },
    stop() {
      limit.stop();
      clearTimeout(timer);
    },
  };
}
