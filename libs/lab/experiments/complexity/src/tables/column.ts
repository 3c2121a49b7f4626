import { quantile } from '@jobly/lab/instrument';
import { count } from '@jobly/lab/results';
import type { Answered } from '../recording/answered';
import type { OperationRecording } from '../recording/operations';

/** A column with a figure for each operation, and one for all of them together. */
export interface Column {
  readonly head: string;
  readonly each: (operation: OperationRecording) => string;
  readonly all: (operations: readonly OperationRecording[]) => string;
}

type Fold = (values: readonly number[]) => number;

export const sum: Fold = (values) => values.reduce((total, value) => total + value, 0);
/** A request over another connection, where its statements are not prepared yet, does not distort it. */
export const median: Fold = (values) => quantile(Float64Array.from(values).sort(), 0.5);
export const least: Fold = (values) => Math.min(...values);
export const most: Fold = (values) => Math.max(...values);

/** A count, the same for all requests to an operation; where it is not, the cell says from which to which it goes. */
export const counted = (head: string, of: (request: Answered) => number, together: Fold): Column => ({
  head,
  each({ requests }) {
    const values = requests.map(of);
    return [...new Set([least(values), most(values)])].map(count).join('–');
  },
  all: (operations) => count(together(operations.map(({ requests }) => most(requests.map(of))))),
});

/** An amount of each operation, such as a median over its requests. */
export const amount = (
  head: string,
  of: (operation: OperationRecording) => number,
  together: Fold,
  inWords: (value: number) => string = count,
): Column => ({
  head,
  each: (operation) => inWords(of(operation)),
  all: (operations) => inWords(together(operations.map(of))),
});
