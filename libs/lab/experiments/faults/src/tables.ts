import { percentage, roundedMs, type Table } from '@jobly/lab/results';
import { type Effect, effectsOf } from './effects';
import { SCHEDULE } from './strikes';
import type { Watched } from './watch';

/** The tables' names, by which the conclusion finds them. */
export const RADIUS = 'blast radius';
export const TIMES = 'times';

/** What works while each part fails, and how soon that begins and ends. */
export function faultTables(watched: readonly Watched[]): Table[] {
  const all = watched.map((one) => ({ ...one, effects: effectsOf(one) }));
  const name = ({ stack, part, strike }: Watched) => `${stack}: ${part} ${strike}`;
  const operations = all[0]?.effects.map(({ operation }) => operation) ?? [];
  const seconds = (SCHEDULE.endsMs - SCHEDULE.beginsMs) / 1_000;
  return [
    {
      name: RADIUS,
      title: 'What works while a part fails',
      note: `Each operation 5 times a second, for the ${seconds} s that a fault lasts. A word is what happens to all, a share is of what works.`,
      head: ['fault', ...operations],
      rows: all.map((one) => [name(one), ...one.effects.map(inAWord)]),
      keys: all.map(name),
    },
    {
      name: TIMES,
      title: 'How soon a fault is noticed and forgotten, and what it does to those that it should not touch',
      note: 'From the beginning of the fault to the first failure, and from its end to the last. Unaffected is what works throughout: its usual time is the median before the fault, and of all such operations the one that became slowest is shown.',
      head: ['fault', 'works', 'noticed', 'well again', 'unaffected: usual', 'longest', 'operation'],
      rows: all.map((one) => [name(one), ...timesOf(one.effects)]),
      keys: all.map(name),
    },
  ];
}

/** "works", "503", "83 %, 504", "status 500" for what must not be. */
function inAWord({ asked, worked, failed }: Effect): string {
  if (worked === asked) return 'works';
  const kinds = Object.keys(failed).map((kind) => kind.replace(/^status /, ''));
  return [...(worked > 0 ? [percentage(worked / asked)] : []), ...kinds.toSorted()].join(', ');
}

function timesOf(effects: readonly Effect[]): string[] {
  const total = (of: (effect: Effect) => number) => effects.reduce((sum, effect) => sum + of(effect), 0);
  const noticed = effects.flatMap(({ noticedMs }) => noticedMs ?? []);
  const well = effects.flatMap(({ wellMs }) => wellMs ?? []);
  const [slowest] = effects
    .filter(({ asked, worked }) => asked === worked)
    .toSorted((one, other) => other.longestMs / other.usualMs - one.longestMs / one.usualMs);
  return [
    percentage(total(({ worked }) => worked) / total(({ asked }) => asked)),
    noticed.length > 0 ? roundedMs(Math.min(...noticed)) : 'not at all',
    well.length > 0 ? roundedMs(Math.max(...well)) : '–',
    slowest ? roundedMs(slowest.usualMs) : '–',
    slowest ? roundedMs(slowest.longestMs) : '–',
    slowest ? slowest.operation : 'none',
  ];
}
