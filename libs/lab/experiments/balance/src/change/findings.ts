import type { Observed } from '@jobly/lab/instrument';
import type { Change } from './watch-changes';

/** The effects of a change on users, and its propagation. Times in ms. */
export interface Findings {
  reads: Outcomes;
  writes: Outcomes;
  /**
   * The median read before the death, and the longest one that was in flight at the death or in the five seconds after
   * it.
   */
  usualMs: number;
  longestMs: number;
  /** From the start of the new replica. */
  readyAfterMs: number;
  /** From its start to the due time of the first read that it answered; undefined if it never answered one. */
  firstAfterMs?: number;
  /** From its start to the first second in which all replicas had even shares; undefined if there was none. */
  evenAfterMs?: number;
}

export interface Outcomes {
  sent: number;
  /** By kind, "status 503" for instance. */
  failed: Record<string, number>;
  /** The number of reads for which nginx asked a second replica, too. */
  askedAgain: number;
}

const AFTERMATH_MS = 5_000;

/** The shares are taken over a sliding second, in steps of this. */
const STEP_MS = 250;
const WINDOW_MS = 1_000;

/** Even: no replica has less than four fifths of any other's share. */
const EVEN = 0.8;

/** The findings about a change. */
export function findingsOf(change: Change): Findings {
  const { observed, killedMs, startedMs, readyMs, replicas } = change;
  const reads = observed.filter(isRead);
  const before = reads.filter(({ settledMs }) => settledMs < killedMs).map(tookMs);
  const around = reads.filter(({ dueMs, settledMs }) => settledMs >= killedMs && dueMs < killedMs + AFTERMATH_MS);
  const first = reads.find((read) => answererOf(change, read) === replicas.at(-1));
  const even = first && evenFrom(change, reads, first.dueMs);
  return {
    reads: outcomesOf(change, reads),
    writes: outcomesOf(
      change,
      observed.filter((one) => !isRead(one)),
    ),
    usualMs: before.toSorted((one, other) => one - other)[Math.floor(before.length / 2)] ?? NaN,
    longestMs: Math.max(...around.map(tookMs)),
    readyAfterMs: readyMs - startedMs,
    firstAfterMs: first && first.dueMs - startedMs,
    evenAfterMs: even === undefined ? undefined : even - startedMs,
  };
}

export const isRead = ({ method }: Observed) => method === 'GET';

const tookMs = ({ dueMs, settledMs }: Observed) => settledMs - dueMs;

/** The replica that gave the final answer; undefined for a failed read. */
export const answererOf = ({ asked }: Change, { requestId, failure }: Observed): string | undefined =>
  failure === undefined ? asked.get(requestId)?.at(-1) : undefined;

function outcomesOf({ asked }: Change, some: readonly Observed[]): Outcomes {
  const failed: { [kind: string]: number } = {};
  for (const { failure } of some) if (failure !== undefined) failed[failure] = (failed[failure] ?? 0) + 1;
  const askedAgain = some.filter(({ requestId }) => (asked.get(requestId)?.length ?? 0) > 1).length;
  return { sent: some.length, failed, askedAgain };
}

function evenFrom(change: Change, reads: readonly Observed[], firstMs: number): number | undefined {
  const { replicas, durationMs } = change;
  const alive = replicas.slice(1);
  for (let from = firstMs; from + WINDOW_MS <= durationMs; from += STEP_MS) {
    const within = reads.filter(({ dueMs }) => dueMs >= from && dueMs < from + WINDOW_MS);
    const answerers = within.map((read) => answererOf(change, read));
    const shares = alive.map((title) => answerers.filter((one) => one === title).length);
    if (Math.min(...shares) >= EVEN * Math.max(...shares)) return from;
  }
  return undefined;
}
