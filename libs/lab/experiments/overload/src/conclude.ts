import { asSentence, cellInWords, type Figures } from '@jobly/lab/results';
import { TOLD_MULTIPLE } from './plan';
import { GOODPUT, keyOf } from './tables';
import { kinds } from './variants';

/** What each kind makes of several times its peak. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const table = tables.find(({ name }) => name === GOODPUT);
  const told = kinds.flatMap(({ name, stack, isAdmitting }) => {
    const row = table?.rows[table.keys?.indexOf(keyOf(name, TOLD_MULTIPLE)) ?? -1];
    const left = row && cellInWords(row[SHARE]!);
    return left === undefined
      ? []
      : [isAdmitting ? `${stack} goes on serving ${left} of it` : `without admission control ${left}`];
  });
  if (told.length === 0) return { verdict: 'Nothing was observed.' };
  return { verdict: asSentence(`at ${TOLD_MULTIPLE} times its peak, ${told.join(', ')}`) };
}

/** The column of the share of the peak. */
const SHARE = 3;
