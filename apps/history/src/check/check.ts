import type { History } from '../record/entries';
import { checkAnswers } from './answers';
import { checkIntegrity } from './integrity';
import { checkRecords } from './records';
import type { Violation } from './violation';

/** Everything in which a history breaks what clients were promised. */
export const check = (history: History): Violation[] => [
  ...checkAnswers(history),
  ...checkRecords(history),
  ...checkIntegrity(history),
];
