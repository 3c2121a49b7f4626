import { asSentence, cellInWords, type Figures } from '@jobly/lab/results';
import { READS } from './jobly/tables';
import { LOOK_UPS } from './lookups/tables';
import { keyOf } from './people/ways';
import { BREAK_EVEN } from './writes/tables-of-writes';

type Tables = Pick<Figures, 'tables'>;

/** How time grows with rows, from when on an index pays, and whether Jobly misses one. */
export function conclude(figures: Tables): { verdict: string } {
  const told = [growth(figures), breakEven(figures), missing(figures)].filter((one) => one !== undefined);
  return { verdict: told.length > 0 ? told.map(asSentence).join(' ') : 'Nothing was observed.' };
}

/** "a look-up takes time in proportion to rows^1.02 (1.01 to 1.03) without an index, and to rows^0.06 (…) with a B-tree" */
function growth(figures: Tables): string | undefined {
  const cell = cellsOf(figures, LOOK_UPS);
  const [scan, btree] = [keyOf({ question: 'name', indexed: 'none' }), keyOf({ question: 'name', indexed: 'btree' })];
  const [without, withOne] = [cell(scan, 'exponent'), cell(btree, 'exponent')];
  if (without === undefined || withOne === undefined) return undefined;
  const judged = [cell(scan, 'target'), cell(btree, 'target')];
  const missed = judged.every((one) => one === 'kept') ? '' : ` (targets ${judged.join(' and ')})`;
  return `a look-up takes time in proportion to rows^${without} without an index and to rows^${withOne} with a B-tree${missed}`;
}

/** "at 10,000 rows the index pays from 0.005 (0.004 to 0.006) reads for each write on" */
function breakEven(figures: Tables): string | undefined {
  const ratio = cellsOf(figures, BREAK_EVEN)('10000', 'reads for each write');
  return ratio === undefined ? undefined : `at 10,000 rows the index pays from ${ratio} reads for each write on`;
}

/** "of Jobly’s operations, GET /jobs?minSalary=… (monolith and micro) misses an index" */
function missing({ tables }: Tables): string | undefined {
  const reads = tables.filter(({ name }) => name?.startsWith(READS));
  if (reads.length === 0) return undefined;
  const stacksOf = new Map<string, Set<string>>();
  for (const { head, rows } of reads) {
    for (const row of rows.map((cells) => cells.map(cellInWords))) {
      if (row[head.indexOf('an index is')] !== 'missing') continue;
      const [operation, stack] = row as [string, string];
      stacksOf.set(operation, (stacksOf.get(operation) ?? new Set()).add(stack));
    }
  }
  if (stacksOf.size === 0) return 'no operation of Jobly’s misses an index';
  const inWords = (all: Iterable<string>) => new Intl.ListFormat('en-GB').format(all);
  const found = Array.from(stacksOf, ([operation, stacks]) => `${operation} (${inWords(stacks)})`);
  return `of Jobly’s operations, ${inWords(found)} ${found.length === 1 ? 'misses' : 'miss'} an index`;
}

function cellsOf({ tables }: Tables, name: string): (key: string, head: string) => string | undefined {
  const table = tables.find((one) => one.name === name);
  return (key, head) => {
    const row = table?.rows[table.keys?.indexOf(key) ?? -1];
    return row && cellInWords(row[table.head.indexOf(head)]!);
  };
}
