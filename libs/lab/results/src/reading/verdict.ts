import type { Results } from '../results';

/** The run in one sentence: its finding, or the reason that it does not count. */
export function verdictOf({ valid, outcome, reasons, conclusion }: Results): string {
  if (valid) return conclusion.verdict;
  const because = reasons.map(asClause).join(', and ');
  return `${outcome === 'interrupted' ? 'Incomplete' : 'Invalid'}, because ${because}.`;
}

/** Turns a sentence into a clause. Only an ordinary word loses its capital: not "A/A", not "PostgreSQL". */
const asClause = (sentence: string) =>
  sentence.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
