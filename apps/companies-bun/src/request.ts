/** The account that a token names. */
export interface Caller {
  username: string;
  /** The account's own id: a name can be taken again, an id cannot. */
  account: string;
  isAdmin: boolean;
}

/** Whom work is done for; it is passed on to neighbours. */
export interface Asker {
  requestId: string | undefined;
  /** Where the request comes from, so that its turn at a neighbour is that of nobody else. */
  source: string | undefined;
  caller: Caller | undefined;
  /** When nobody waits for the answer any more, by the clock of `performance.now()`. */
  endsAt: number;
  /** Waits for others without a place among the requests at work. */
  away: <T>(waiting: () => Promise<T>) => Promise<T>;
}

/** Work in the background is done for nobody in particular. */
export const nobody: Asker = {
  requestId: undefined,
  source: undefined,
  caller: undefined,
  endsAt: Infinity,
  away: (waiting) => waiting(),
};

/** The id that a request comes with, if that is valid, or else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id') ?? '';
  return /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID();
}

/** When the answer is no longer waited for, as a neighbour says it in X-Remaining-Time (ms). */
export function endOf(headers: Headers): number {
  const remaining = headers.get('x-remaining-time') ?? '';
  return /^\d{1,6}$/.test(remaining) ? performance.now() + Number(remaining) : Infinity;
}
