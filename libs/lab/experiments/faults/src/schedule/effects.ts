import { failingOf, givenUpMs, isWell, tookMs } from './outcome';
import { SCHEDULE } from './strikes';
import type { Watched } from './watch';

type Seen = Watched['observed'][number];

/** What a fault does to one operation. */
export interface Effect {
  operation: string;
  asked: number;
  /** Answered as if nothing had happened, within a second. */
  worked: number;
  /** By kind, "status 503" for instance, or "late". */
  failed: Record<string, number>;
  /** Answers during the fault or after it whose status is neither the usual one nor 503 nor 504. */
  wrong: number;
  /** The median before the fault, and the longest of those that worked during it (ms). */
  usualMs: number;
  longestMs: number;
  /** From the beginning of the fault to the first failure, from when it is mended to the last; undefined if there was none (ms). */
  noticedMs?: number;
  wellMs?: number;
}

/** Requests that were under way while the fault lasted, by operation. */
export function effectsOf({ observed, mendedMs }: Watched): Effect[] {
  return [...Map.groupBy(observed, ({ operation }) => operation)].map(([operation, all]) => {
    const during = all.filter(({ dueMs }) => dueMs >= SCHEDULE.beginsMs && dueMs < SCHEDULE.endsMs);
    const before = all.filter(({ settledMs }) => settledMs < SCHEDULE.beginsMs);
    const worked = during.filter(isWell);
    const failures = all.filter((one) => !isWell(one) && givenUpMs(one) >= SCHEDULE.beginsMs);
    const last = Math.max(...failures.map(({ settledMs }) => settledMs));
    return {
      operation,
      asked: during.length,
      worked: worked.length,
      failed: countsOf(during.flatMap((one) => failingOf(one) ?? [])),
      wrong: all.filter((one) => one.settledMs >= SCHEDULE.beginsMs && isWrong(one)).length,
      usualMs: medianOf(before.map(tookMs)),
      longestMs: Math.max(0, ...worked.map(tookMs)),
      ...(failures.length > 0 && {
        noticedMs: Math.min(...failures.map(givenUpMs)) - SCHEDULE.beginsMs,
        wellMs: Math.max(0, last - mendedMs),
      }),
    };
  });
}

const isWrong = ({ failure }: Seen) => failure !== undefined && /^status (?!50[34]$)/.test(failure);
const medianOf = (values: number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

function countsOf(kinds: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(kinds, (kind) => kind);
  return Object.fromEntries(Array.from(groups, ([kind, alike]) => [kind, alike.length]));
}
