import type { Owner } from '@jobly/contracts';
import { count, percentage, roundedMs, type Table } from '@jobly/lab/results';
import { type Effect, effectsOf } from './effects';
import { asked } from '../operations';
import { PATIENCE_MS, SCHEDULE } from './strikes';
import { RATE_EACH, type Watched } from './watch';

/** The name of the table that the conclusion finds. */
export const TIMES = 'times';

interface WithEffects extends Watched {
  effects: Effect[];
}

const OWNERS: readonly Owner[] = ['companies', 'jobs', 'users'];

const nameOf = ({ stack, part, strike }: Watched) => `${stack}: ${part} ${strike}`;

/** What works while each part fails, and how soon that begins and ends. */
export function faultTables(watched: readonly Watched[]): Table[] {
  const all = watched.map((one) => ({ ...one, effects: effectsOf(one) }));
  return [...OWNERS.map((owner) => radiusTable(owner, all)), timesTable(all)];
}

/** The blast radius among the operations of one module: operation × fault. */
function radiusTable(owner: Owner, all: readonly WithEffects[]): Table {
  const operations = asked.filter((one) => one.owner === owner).map(({ name }) => name);
  const seconds = (SCHEDULE.endsMs - SCHEDULE.beginsMs) / 1_000;
  return {
    name: `blast-radius-${owner}`,
    title: `What works of ${owner} while a part fails`,
    note: `Each operation ${RATE_EACH} times a second, for the ${seconds} s that a fault lasts, or that a killed process is watched. One word is what happens to all; a share is of what works. Late: answered rightly, but after more than ${PATIENCE_MS / 1_000} s.`,
    head: ['fault', ...operations],
    rows: all.map((one) => [
      nameOf(one),
      ...operations.map((name) => inAWord(one.effects.find(({ operation }) => operation === name))),
    ]),
    keys: all.map(nameOf),
  };
}

/** "works", "503", "83 %, 504", "status 500" for what must not be. */
function inAWord(effect: Effect | undefined): string {
  if (!effect) return '–';
  const { asked: all, worked, failed } = effect;
  if (worked === all) return 'works';
  const kinds = Object.keys(failed).map((kind) => kind.replace(/^status (?=50[34])/, ''));
  return [...(worked > 0 ? [percentage(worked / all)] : []), ...kinds.toSorted()].join(', ');
}

const timesTable = (all: readonly WithEffects[]): Table => ({
  name: TIMES,
  title: 'How soon a fault is noticed and forgotten, and how slow what goes on becomes',
  note: 'From the beginning of the fault to the first failure, and from its end to the last; of a process that was killed, and that its stack has to start again, from its death. Of the operations that work throughout, whether they need the part or not, the one is shown that became slowest, with its median before the fault and its longest answer during it. Wrong is every answer, during the fault or after it, whose status is neither the usual one nor 503 nor 504.',
  head: ['fault', 'works', 'noticed', 'well again', 'slowest that works: usual', 'longest', 'operation', 'wrong'],
  rows: all.map((one) => [nameOf(one), ...timesOf(one.effects)]),
  keys: all.map(nameOf),
});

function timesOf(effects: readonly Effect[]): string[] {
  const total = (of: (effect: Effect) => number) => effects.reduce((sum, effect) => sum + of(effect), 0);
  const noticed = effects.flatMap(({ noticedMs }) => noticedMs ?? []);
  const well = effects.flatMap(({ wellMs }) => wellMs ?? []);
  const [slowest] = effects
    .filter((one) => one.asked === one.worked)
    .toSorted((one, other) => other.longestMs / other.usualMs - one.longestMs / one.usualMs);
  return [
    percentage(total(({ worked }) => worked) / total((one) => one.asked)),
    noticed.length > 0 ? roundedMs(Math.min(...noticed)) : 'not at all',
    well.length > 0 ? roundedMs(Math.max(...well)) : '–',
    slowest ? roundedMs(slowest.usualMs) : '–',
    slowest ? roundedMs(slowest.longestMs) : '–',
    slowest ? slowest.operation : 'none',
    count(total(({ wrong }) => wrong)),
  ];
}
