import { Counter, Gauge } from 'prom-client';
import { unavailable } from '../problem';

/** Requests at work at a time; more would only wait for one of the database's few connections. */
const AT_WORK = 128;
/** Those who wait. More could not be served within the patience anyway. */
const WAITING = 256;
const PATIENCE_MS = 250;

const WHAT = 'The server';

/** A place among the requests at work. */
export interface Place {
  /** Gives the place back for good. */
  leave(): void;
  /** Waits without the place for what others do; what has begun is not refused afterwards. */
  away<T>(waiting: () => Promise<T>): Promise<T>;
}

/**
 * Admits so many requests at a time. The others wait for a moment; after that the oldest is refused first, because its
 * client is the likeliest to have given up.
 * @param admitAll whether there is no limit
 */
export function createAdmission(admitAll: boolean) {
  const most = admitAll ? Infinity : AT_WORK;
  const line = new Set<{ admit: () => void; refuse: (reason: unknown) => void }>();
  let atWork = 0;
  const refusals = new Counter({
    name: 'admission_refusals_total',
    help: 'Requests refused because too many were at work',
    labelNames: ['what'],
    registers: [],
  });
  refusals.inc({ what: WHAT }, 0);
  const limit = new Gauge({
    name: 'admission_limit',
    help: 'The most requests at work at a time',
    labelNames: ['what'],
    registers: [],
  });
  limit.set({ what: WHAT }, most);

  function leave(): void {
    atWork -= 1;
    const [next] = line;
    if (!next || atWork >= most) return;
    line.delete(next);
    atWork += 1;
    next.admit();
  }

  async function wait(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const entry = {
      admit: () => resolve(undefined),
      refuse: (reason: unknown) => {
        line.delete(entry);
        refusals.inc({ what: WHAT });
        reject(reason);
      },
    };
    if (line.size === WAITING) line.values().next().value!.refuse(unavailable(WHAT));
    line.add(entry);
    const late = setTimeout(() => entry.refuse(unavailable(WHAT)), PATIENCE_MS);
    await promise.finally(() => clearTimeout(late));
  }

  /** @throws Problem 503 for whoever has waited for too long, or longest when too many wait. */
  async function enter(): Promise<Place> {
    if (atWork < most && line.size === 0) atWork += 1;
    else await wait();
    let isHeld = true;
    let isOver = false;
    const giveBack = () => {
      if (isHeld) leave();
      isHeld = false;
    };
    return {
      leave() {
        isOver = true;
        giveBack();
      },
      async away(waiting) {
        giveBack();
        try {
          return await waiting();
        } finally {
          if (!isOver && !isHeld) {
            atWork += 1;
            isHeld = true;
          }
        }
      },
    };
  }
  return { enter, metrics: [refusals, limit] };
}
