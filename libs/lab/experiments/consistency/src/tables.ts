import { meanInterval } from '@jobly/lab/instrument';
import { intervalInWords, roundedMs, type Table } from '@jobly/lab/results';
import { looks } from './looks';
import type { Seen } from './observe';

/** The tables' names, by which the conclusion finds them. */
export const WINDOWS = 'windows';
export const ORPHANS = 'orphans';
export const PRICE = 'price';

/** What was seen after deletions that were answered, what outlived its company, and what a deletion takes. */
export const consistencyTables = (seen: readonly Seen[], seed: number): Table[] => [
  windowTable(seen),
  orphanTable(seen),
  priceTable(seen, seed),
];

const windowTable = (seen: readonly Seen[]): Table => ({
  name: WINDOWS,
  title: 'What is met after the deletion of a company was answered',
  note: 'Questions begin as soon as the deletion is answered, and go on until none finds what should be gone. The window lasts until the last answer that did.',
  head: ['stack', 'what is met', 'after', 'median window', 'longest'],
  rows: seen.flatMap(({ stack, deletions }) =>
    looks.map(({ what }, index) => {
      const windows = deletions.flatMap(({ windows: all }) => all[index] ?? []);
      const met = windows.filter((window) => window > 0).toSorted((one, other) => one - other);
      return [
        stack,
        what,
        `${met.length} of ${windows.length}`,
        inMs(met[Math.floor(met.length / 2)]),
        inMs(met.at(-1)),
      ];
    }),
  ),
  keys: seen.flatMap(({ stack }) => looks.map(({ what }) => `${stack}: ${what}`)),
});

const orphanTable = (seen: readonly Seen[]): Table => ({
  name: ORPHANS,
  title: 'Jobs that were created while their company was deleted',
  note: 'Of those whose creation was acknowledged, how many were still there when both had been answered, and for how long.',
  head: ['stack', 'races', 'created', 'outlived their company', 'longest', 'after 5 s'],
  rows: seen.map(({ stack, races, outlived }) => {
    const orphans = outlived.filter((ms) => ms > 0);
    const stay = orphans.filter((ms) => ms === Infinity).length;
    return [
      stack,
      String(races),
      String(outlived.length),
      String(orphans.length),
      inMs(orphans.length > 0 ? Math.max(...orphans) : undefined),
      String(stay),
    ];
  }),
  keys: seen.map(({ stack }) => stack),
});

const priceTable = (seen: readonly Seen[], seed: number): Table => ({
  name: PRICE,
  title: 'What the deletion of a company takes',
  note: 'With three jobs and an application, one at a time; the mean with its 95 % interval over deletions of one launch.',
  head: ['stack', 'deletions', 'answered 200', 'mean'],
  rows: seen.map(({ stack, deletions }) => {
    const took = meanInterval(
      deletions.map(({ tookMs }) => tookMs),
      { seed },
    );
    const acknowledged = deletions.filter(({ windows }) => windows.length > 0).length;
    return [
      stack,
      String(deletions.length),
      String(acknowledged),
      `${roundedMs(took.estimate)} (${intervalInWords(took)})`,
    ];
  }),
  keys: seen.map(({ stack }) => stack),
});

function inMs(ms: number | undefined): string {
  if (ms === undefined) return '–';
  return ms === Infinity ? 'over 5 s' : roundedMs(ms);
}
