import type { Figures } from '@jobly/lab/results';
import { IDLE, READY } from './tables';

/** How soon each stack is ready, and the memory and CPU that it takes without requests. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const rowsOf = (name: string) =>
    tables.find((table) => table.name === name)?.rows.map((row) => row.map(String)) ?? [];
  const told = rowsOf(READY).map(([stack, , cold, warm]) => {
    const [, memory, , cpu] = rowsOf(IDLE).find(([of]) => of === stack) ?? [];
    return `${stack} is ready after ${cold} with an empty data directory and after ${warm} otherwise, and idles at ${memory} and ${cpu} of CPU`;
  });
  return { verdict: told.length > 0 ? `${told.join('; ')}.` : 'Nothing was observed.' };
}
