import { asSentence, cellInWords, type Figures } from '@jobly/lab/results';
import type { Form } from './forms';
import { COLD, CROWD, WARM } from './tables';

/** What a start takes, and what many instances hold. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const cellAt = (name: string, row: number, column: number) => {
    const cell = tables.find((table) => table.name === name)?.rows[row]?.[column];
    return cell === undefined ? undefined : cellInWords(cell);
  };
  const keys = (name: string) => tables.find((table) => table.name === name)?.keys ?? [];
  const total = (form: Form) => cellAt(COLD, keys(COLD).indexOf(form), TOTAL);
  const [instances, connections] = [cellAt(CROWD, 0, 0), cellAt(CROWD, 0, 1)];
  if (instances === undefined) return { verdict: 'Nothing was observed.' };
  return {
    verdict: asSentence(
      `a cold start takes ${total('deployed')} ms as deployed, ${total('installed')} ms from node_modules and ${total('hello')} ms if there is nothing to load; ${instances} instances hold ${connections} connections; at the prices given, a server is cheaper from ${cellAt(WARM, keys(WARM).indexOf('deployed'), RATE)}`,
    ),
  };
}

/** The columns of the tables. */
const TOTAL = 5;
const RATE = 4;
