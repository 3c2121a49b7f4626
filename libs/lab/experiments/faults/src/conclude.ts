import { asSentence, type Figures, threeDigits } from '@jobly/lab/results';
import { DISK } from './disk/table';
import { RETRIES, UNAFFECTED, UNKNOWN } from './neighbours/tables';
import { AVAILABILITY } from './schedule/availability';
import { TIMES } from './schedule/tables';

type Rows = string[][];

/** What goes on, how well that was to be expected, and what it costs the others. */
export function conclude({ tables }: Pick<Figures, 'tables'>): { verdict: string } {
  const rowsOf = (name: string): Rows =>
    tables.find((table) => table.name === name)?.rows.map((row) => row.map(String)) ?? [];
  const told = [
    ...workingIn(rowsOf(TIMES)),
    ...wrongIn(rowsOf(TIMES)),
    ...predictedIn(rowsOf(AVAILABILITY)),
    ...unaffectedIn(rowsOf(UNAFFECTED)),
    ...retriesIn(rowsOf(RETRIES)),
    ...diskIn(rowsOf(DISK)),
  ];
  return { verdict: told.length === 0 ? 'Nothing was observed.' : told.map(asSentence).join(' ') };
}

/** What works on average over all faults of each stack. */
function workingIn(rows: Rows): string[] {
  const stacks = Map.groupBy(rows, ([fault]) => fault!.split(':')[0]!);
  const told = Array.from(stacks, ([stack, faults]) => {
    const shares = faults.map(([, works]) => parseInt(works!, 10));
    return `at ${stack}, ${Math.round(meanOf(shares))} % of all requests work while one of its parts fails (${Math.min(...shares)} to ${Math.max(...shares)} % by fault, ${faults.length} faults)`;
  });
  return told.length === 0 ? [] : [told.join('; ')];
}

/** Statuses that are neither the usual one nor 503 nor 504. */
function wrongIn(rows: Rows): string[] {
  if (rows.length === 0) return [];
  const wrong = rows.filter((row) => row.at(-1) !== '0');
  if (wrong.length > 0) return [`answered wrongly are ${wrong.map((row) => `${row.at(-1)} (${row[0]})`).join(', ')}`];
  return [
    'every status is the usual one, 503 or 504, during a fault and after it; what does not work gets 503, 504, a late answer or none',
  ];
}

/** The greatest differences between what an operation's parts let expect and what was seen, by stack. */
function predictedIn(rows: Rows): string[] {
  if (rows.length === 0) return [];
  const [monolith, micro] = [4, 8].map((column) => furthest(rows, column));
  return [
    `the availability of operations is what their parts let expect to within ${monolith} points at monolith and ${micro} at micro`,
  ];
}

const furthest = (rows: Rows, column: number) =>
  threeDigits(Math.max(...rows.map((row) => Math.abs(numberIn(row[column]!)))));

function unaffectedIn(rows: Rows): string[] {
  const most = mostIn(rows.filter(([fault]) => fault!.endsWith('frozen')));
  const unknown = rows.filter((row) => row.at(-1) === UNKNOWN).map(([fault]) => fault!);
  const told = [
    ...(most ? [`while a service is frozen, what does not need it has a p99 of up to ${most} its control’s`] : []),
    ...(unknown.length > 0 ? [`too few others were answered for a p99 in ${unknown.join(', ')}`] : []),
  ];
  return told.length > 0 ? [told.join('; ')] : [];
}

function retriesIn(rows: Rows): string[] {
  const told = mostIn(rows);
  return told ? [`at most ${told} as much is attempted at a failing service as at the same one when it is well`] : [];
}

/** "1.12×", of the row whose last cell is the most; undefined if none has a figure. */
function mostIn(rows: Rows): string | undefined {
  const known = rows.map((row) => row.at(-1)!).filter((cell) => cell !== UNKNOWN);
  return known.toSorted((one, other) => parseFloat(other) - parseFloat(one))[0]?.split(' ')[0];
}

function diskIn(rows: Rows): string[] {
  if (rows.length === 0) return [];
  const total = (column: number) => rows.reduce((sum, row) => sum + Number(row[column]!.replaceAll(',', '')), 0);
  const kinds = new Set(rows.flatMap((row) => row[3]!.split(', ')).filter((kind) => kind !== '–'));
  const told = kinds.size === 0 ? 'everything works' : `what does not work gets ${alternatives([...kinds].toSorted())}`;
  return [
    `while the disk is full, ${told}; ${total(6)} acknowledged writes are lost, and ${total(7)} refused ones took effect`,
  ];
}

/** "503", "503 or 504", "503, 504 or a late answer". */
function alternatives(kinds: readonly string[]): string {
  const [last, ...others] = kinds.map((kind) => (kind === 'late' ? 'a late answer' : kind)).toReversed();
  return others.length === 0 ? last! : `${others.toReversed().join(', ')} or ${last}`;
}

/** Also one with a true minus sign. */
const numberIn = (text: string) => parseFloat(text.replace('−', '-'));

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
