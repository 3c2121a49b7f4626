import type { Observed } from '@jobly/lab/instrument';

/** Admission control says so: nothing was done, and it may be asked again. */
const REFUSED = 'status 503';

/** What became of some requests. */
export interface Outcomes {
  requests: number;
  refused: number;
  failed: number;
  /** "2 × status 502, 1 × ECONNRESET", or "–". */
  kinds: string;
  /** Of those that were answered, from when they were due. */
  responsesMs: number[];
}

export const isAnswered = ({ failure }: Observed) => failure === undefined;
export const isRefused = ({ failure }: Observed) => failure === REFUSED;
export const isFailed = (one: Observed) => !isAnswered(one) && !isRefused(one);

export const responseOf = ({ dueMs, settledMs }: Observed) => settledMs - dueMs;

export function outcomesOf(observed: readonly Observed[]): Outcomes {
  const failed = observed.filter(isFailed);
  const kinds = Array.from(
    Map.groupBy(failed, ({ failure }) => failure!),
    ([kind, alike]) => `${alike.length} × ${kind}`,
  );
  return {
    requests: observed.length,
    refused: observed.filter(isRefused).length,
    failed: failed.length,
    kinds: kinds.join(', ') || '–',
    responsesMs: observed.filter(isAnswered).map(responseOf),
  };
}
