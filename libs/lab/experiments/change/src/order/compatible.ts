import { type Difference, firstLoss, type Replayed } from '@jobly/lab/system-under-test';

/** A request that a client gets another answer to than it should, and the place in the answer. */
export interface Break {
  readonly request: string;
  readonly at: string;
  /** What stands there in the answers of the old version, and of this state, as JSON. */
  readonly before: string;
  readonly here: string;
}

/**
 * Whether an old client can live with an answer of a state: it is the answer from before, perhaps with further fields;
 * or it is that of the new version, whose difference the feature intends.
 */
export function breakOf(here: Replayed, before: Replayed, after?: Replayed): Break | undefined {
  const loss = lossOf(before, here);
  if (!loss && here.answer.status < SERVER_ERROR) return undefined;
  if (after && !lossOf(after, here) && here.answer.status < SERVER_ERROR) return undefined;
  const { at, left, right } = loss ?? { at: 'status', left: before.answer.status, right: here.answer.status };
  return { request: here.request, at, before: inJson(left), here: inJson(right) };
}

const SERVER_ERROR = 500;

const lossOf = (expected: Replayed, here: Replayed): Difference | undefined => firstLoss(expected.answer, here.answer);

/** The longest text of a value that a table has room for. */
const LONGEST = 200;

const inJson = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, LONGEST));
