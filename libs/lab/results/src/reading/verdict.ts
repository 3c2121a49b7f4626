import type { Results } from '../results';
import { capitalised } from './sentence';

/** Whether a run counts: it is incomplete if it ended early, for whatever reason, and invalid if a gate failed. */
export function stateOf({ valid, outcome }: Pick<Results, 'valid' | 'outcome'>): 'valid' | 'invalid' | 'incomplete' {
  if (outcome !== 'complete') return 'incomplete';
  return valid ? 'valid' : 'invalid';
}

/** The run in one sentence: its finding, or the reason that it does not count. */
export function verdictOf(results: Results): string {
  const { valid, reasons, conclusion } = results;
  if (valid) return conclusion.verdict;
  return `${capitalised(stateOf(results))}, because ${reasons.map(asClause).join(', and ')}.`;
}

/** Turns a sentence into a clause. Only an ordinary word loses its capital: not "A/A", not "PostgreSQL". */
const asClause = (sentence: string) =>
  sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
