import { asSentence, cellInWords, type Figures } from '@jobly/lab/results';
import type { Form } from './forms';
import { IDLE } from './idle-table';
import { COLD, WARM } from './tables';

/** What a start takes, and what many instances hold. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const cellAt = (name: string, row: number, column: number) => {
    const cell = tables.find((table) => table.name === name)?.rows[row]?.[column];
    return cell === undefined ? undefined : cellInWords(cell);
  };
  const keys = (name: string) => tables.find((table) => table.name === name)?.keys ?? [];
  const total = (form: Form) => cellAt(COLD, keys(COLD).indexOf(form), TOTAL);
  const held = (kind: string, column: number) => cellAt(IDLE, keys(IDLE).indexOf(kind), column);
  const instances = held('frozen', NUMBER);
  if (instances === undefined) return { verdict: 'Nothing was observed.' };
  return {
    verdict: asSentence(
      `a cold start takes ${total('deployed')} ms as deployed, ${total('installed')} ms from node_modules, ${total('server')} ms as a server and ${total('hello')} ms if there is nothing to load; ${instances} idle instances hold ${held('frozen', CONNECTIONS)} connections and ${held('frozen', MEMORY)}, one server ${held('server', CONNECTIONS)} and ${held('server', MEMORY)}; at the prices given, a server is cheaper from ${cellAt(WARM, keys(WARM).indexOf('deployed'), RATE)}`,
    ),
  };
}

/** The columns of the tables. */
const TOTAL = 5;
const RATE = 4;
const [NUMBER, CONNECTIONS, MEMORY] = [1, 2, 4] as const;
