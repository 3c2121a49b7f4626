import { asSentence, cellInWords, type Figures } from '@jobly/lab/results';
import { TOLD_MULTIPLE } from './plan';
import { GOODPUT, keyOf } from './tables';
import { kinds } from './variants';

/** What each kind makes of several times its peak. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const table = tables.find(({ name }) => name === GOODPUT);
  const told = kinds.flatMap(({ name }) => {
    const row = table?.rows[table.keys?.indexOf(keyOf(name, TOLD_MULTIPLE)) ?? -1];
    return row ? [`${name} goes on serving ${cellInWords(row[SHARE]!)} of it`] : [];
  });
  if (told.length === 0) return { verdict: asSentence('nothing was observed') };
  return { verdict: asSentence(`at ${TOLD_MULTIPLE} times its peak, ${told.join('; ')}`) };
}

/** The column of the share of the peak. */
const SHARE = 3;
