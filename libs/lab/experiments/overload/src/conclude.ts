import { asSentence, type Figures } from '@jobly/lab/results';
import { GOODPUT } from './tables';
import { kinds } from './variants';

/** What each kind makes of the heaviest load that it was offered. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const table = tables.find(({ name }) => name === GOODPUT);
  const told = kinds.flatMap(({ name }) => {
    const row = table?.rows.findLast(([kind]) => kind === name)?.map(String);
    return row ? [`${name} serves ${row[3]} of its peak at ${row[1]!.replace(' ×', '')} times it`] : [];
  });
  return { verdict: asSentence(told.join('; ') || 'nothing was observed') };
}
