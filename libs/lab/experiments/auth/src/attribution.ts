import { type Figures, intervalInWords, type Table, threeDigits } from '@jobly/lab/results';
import { type Price, pricesIn } from './ladder/prices';
import { changeMissingJob } from './ladder/probe';
import { ALGORITHMS, COUNTS } from './per-request';
import { CLOCKS } from './times';
import { SIGNATURE } from './verification';

type Switched = Price['cpu']['row']['interval'];

interface Interval {
  low: number;
  high: number;
}

/**
 * What authentication costs, found in three ways: by switching it off and on and reading the CPU time from the system,
 * or the processes' own clocks, and as the sum of the signatures. Undefined for a run that has not got so far.
 */
export function attributionTable({ tables, ...figures }: Figures): Table | undefined {
  const named = (name: string) => tables.find((table) => table.name === name);
  const [clocks, counts, signature] = [CLOCKS, COUNTS, SIGNATURE].map(named);
  if (!clocks || !counts || !signature) return undefined;
  const prices = pricesIn({ tables, ...figures }, changeMissingJob.name);
  const rows = prices.flatMap(({ rung, cpu }) => {
    if (rung.name !== rung.mode.name) return [];
    const [clock, low, high] = [4, 5, 6].map((column) => amountIn(clocks, rung.name, column));
    const signatures = ALGORITHMS.reduce((sum, algorithm, index) => {
      // The first column names the mode.
      const count = Number(rowOf(counts, rung.name)?.[1 + index] ?? 0);
      return sum + count * amountIn(signature, algorithm, 1);
    }, 0);
    const switched = cpu.row.interval;
    return [
      [
        rung.name,
        inWords(switched.estimate, switched),
        inWords(clock!, { low: low!, high: high! }),
        threeDigits(signatures),
        verdictOn(switched, { low: low!, high: high! }, signatures),
      ],
    ];
  });
  return {
    name: 'attribution',
    title: 'Three ways to the same figure, µs for each request',
    note: `${changeMissingJob.operation}. Switched: CPU time of all processes, with authentication and without. Clocks: the time that the processes themselves say they spend on tokens; a call to another process is not in it. Signatures: those checked, times the cost of one in a process that does nothing else, reading its token included.`,
    head: ['mode', 'switched', 'clocks', 'signatures', ''],
    rows,
  };
}

const inWords = (estimate: number, interval: Interval) => `${threeDigits(estimate)} (${intervalInWords(interval)})`;

function verdictOn(switched: Switched, clocks: Interval, signatures: number): string {
  if (switched.low <= 0) return 'too uncertain to say';
  const contains = ({ low, high }: Interval) => low <= signatures && signatures <= high;
  const told = [
    ...(switched.low <= clocks.high && clocks.low <= switched.high ? ['switch and clocks'] : []),
    ...(contains(switched) ? ['switch and signatures'] : []),
    ...(contains(clocks) ? ['clocks and signatures'] : []),
  ];
  if (told.length === 3) return 'all three agree';
  return told.length === 0 ? 'none agree' : `${told.join(', ')} agree`;
}

const rowOf = ({ rows, keys = [] }: Table, key: string) => rows[keys.indexOf(key)];

function amountIn(table: Table, key: string, column: number): number {
  const cell = rowOf(table, key)?.[column];
  return typeof cell === 'object' ? cell.value : 0;
}
