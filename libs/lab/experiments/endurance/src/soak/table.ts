import { count, intervalInWords, percentage, signed, type Table, threeDigits } from '@jobly/lab/results';
import type { StackName } from '../stack-name';
import { sizeOf } from '../memory';
import { judged } from '../targets';
import { growthOf, windowsOf } from './growth';
import type { Soaked } from './observe-soak';

/** The table's name, by which the conclusion finds it. */
export const SOAK = 'soak';

export const ALL = 'all of them';

/** Memory may change by this share of it. */
export const MOST_CHANGE = 0.05;

/** One row for each process, and one for the stack. */
export function soakTable(observed: readonly (readonly [StackName, Soaked])[], durationMs: number): Table {
  const rows = observed.flatMap(([stack, soaked]) => {
    const names = [...soaked.readings[0]!.resident.keys()];
    const each = names.length > 1 ? names.map((name) => [stack, name, ...cellsOf(soaked, name)]) : [];
    return [...each, [stack, ALL, ...cellsOf(soaked)]];
  });
  return {
    name: SOAK,
    title: 'What a steady load leaves in memory',
    note: `A mix of reads and writes for ${count(durationMs / 1_000)} s in an open loop, at half the rate that a closed loop of the same launch is served. Resident sets of the processes without the database’s, read once a second: the means of the first tenth of the time and of the last, and the slope of a line through the means of the tenths with its 95 % interval. The change is that along the line; the target is at most ${percentage(MOST_CHANGE)} either way, and no error. The heaps are what they hold after a collection before and after.`,
    head: ['stack', 'process', 'load', 'errors', 'first', 'last', 'slope', 'change', 'heap kept', 'target'],
    rows,
    keys: rows.map(([stack, process]) => `${stack}: ${process}`),
  };
}

function cellsOf({ rate, requests, errors, readings, heaps }: Soaked, process?: string): string[] {
  const { first, last, slope, change } = growthOf(windowsOf(readings, process));
  const whole = process === undefined;
  return [
    whole ? `${count(rate)}/s` : '',
    whole ? `${count(errors)} of ${count(requests)}` : '',
    `${count(first)} MiB`,
    `${count(last)} MiB`,
    `${threeDigits(slope.estimate)} MiB/min (${intervalInWords(slope)})`,
    `${signed(change.estimate, percentage)} (${intervalInWords(change, percentage)})`,
    `${threeDigits(sizeOf(heaps.before, process))} → ${threeDigits(sizeOf(heaps.after, process))} MiB`,
    errors > 0 && whole ? 'missed' : judged(change, { least: -MOST_CHANGE, most: MOST_CHANGE }),
  ];
}
