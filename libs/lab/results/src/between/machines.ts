import type { Results, Table } from '../results';
import { threeDigits } from '../reading/numbers';

type Speed = NonNullable<Results['machine']['speed']>;

const PARTS: readonly { name: string; of: (speed: Speed) => number | null }[] = [
  { name: 'a token verified (RS256)', of: ({ rs256Us }) => rs256Us },
  { name: '10 kB of JSON written and parsed', of: ({ jsonUs }) => jsonUs },
  { name: 'SELECT 1', of: ({ queryUs }) => queryUs },
];

/**
 * How many times as long the machine of `next` takes as that of `first`: the geometric mean over what both have
 * measured of their speed. Undefined where one has not.
 */
export function machineFactor(first: Results, next: Results): number | undefined {
  const factors = factorsOf(first, next).map(({ factor }) => factor);
  if (factors.length === 0) return undefined;
  return Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length);
}

/** The speed of both machines, part by part. */
export function machinesTable(first: Results, next: Results): Table | undefined {
  const factor = machineFactor(first, next);
  if (factor === undefined) return undefined;
  const µs = (value: number) => ({ value, unit: 'µs' });
  return {
    title: 'The machines',
    note: 'The median time of three kinds of work before each run, and their geometric mean: what a figure of the second run may differ by, because of the machine alone.',
    head: ['', 'run 1', 'run 2', 'run 2 ÷ run 1'],
    rows: [
      ...factorsOf(first, next).map((part) => [part.name, µs(part.before), µs(part.after), inTimes(part.factor)]),
      ['the machine', '', '', inTimes(factor)],
    ],
  };
}

/** "1.08×" */
export const inTimes = (factor: number) => `${threeDigits(factor)}×`;

function factorsOf({ machine: { speed: before } }: Results, { machine: { speed: after } }: Results) {
  if (!before || !after) return [];
  return PARTS.flatMap(({ name, of }) => {
    const [one, other] = [of(before), of(after)];
    return one === null || other === null ? [] : [{ name, before: one, after: other, factor: other / one }];
  });
}
