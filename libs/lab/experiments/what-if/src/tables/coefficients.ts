import {
  count,
  intervalInWords,
  overLaunches,
  type StackCoefficients,
  type Table,
  threeDigits,
  TIMES_AT,
} from '@jobly/lab/results';

/** What was measured of every part, as a mean over launches with its interval. */
export function coefficientsTable(stacks: readonly StackCoefficients[]): Table {
  const rows = stacks.flatMap(({ name, launches }) => [
    ...launches[0]!.parts.map((part, index) => {
      const each = launches.map(({ parts }) => parts[index]!);
      const over = (of: (one: (typeof each)[number]) => number, unit: string) => withInterval(each.map(of), unit);
      return [
        name,
        part.name,
        over(({ perRequest }) => perRequest.reads, 'ms'),
        over(({ perRequest }) => perRequest.writes, 'ms'),
        over(({ fixed }) => fixed.reads, 'ms/s'),
        part.kind === 'process' ? over(({ memoryMiB }) => memoryMiB, 'MiB') : '–',
        part.kind === 'process' ? String(part.connections) : '–',
      ];
    }),
    [
      name,
      'an unhindered request, p50',
      ...(['reads', 'writes'] as const).map((kind) =>
        withInterval(
          launches.map(({ times }) => times[kind][TIMES_AT.indexOf(51)]!),
          'ms',
        ),
      ),
      ...['–', '–', '–'],
    ],
  ]);
  return {
    name: 'coefficients',
    title: 'The coefficients',
    note: 'CPU over rate is a line for each kind of request through two loads: what one more request takes, and what is left at none. The median of a request is that of the easier load, without the little that the model says it waits there. Each with its 95 % interval over launches.',
    head: ['stack', 'part', 'a read', 'a write', 'at any rate', 'memory', 'connections'],
    rows,
    keys: rows.map(([stack, part]) => `${stack}: ${part}`),
  };
}

function withInterval(values: readonly number[], unit: string): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.some((value) => value <= 0))
    return `${digits(mean)} ${unit} (${digits(Math.min(...values))} to ${digits(Math.max(...values))}, all launches)`;
  const interval = overLaunches(values);
  return `${digits(interval.estimate)} ${unit} (${intervalInWords(interval, digits)})`;
}

const digits = (value: number) => (value >= 1_000 ? count(value) : threeDigits(value));
