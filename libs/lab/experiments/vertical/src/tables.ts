import {
  capacityWithInterval,
  count,
  intervalInWords,
  meanOthers,
  othersCell,
  percentage,
  type Table,
  threeDigits,
} from '@jobly/lab/results';
import type { Limited } from './capacities';
import type { Cell } from './cell';
import { LATE_MS } from './load';
import { LIMIT_MS, MACHINE_FULL, PATH, type Plan, USED_UP } from './plan';

/** The tables' names, by which conclusions find them. */
export const RATES = 'rates';
export const USE = 'use';

/** The key of a row. */
export const keyOf = ({ deployment, cpus }: { deployment: string; cpus: number }) => `${deployment} at ${cpus}`;

/** What more buys, where it surely buys something, or does not. */
export const BUYS = { more: 'yes', nothing: 'not detectably', unknown: 'unknown', largest: '–' };

export const tablesOf = (limited: readonly Limited[], cells: readonly Cell[], plan: Plan): Table[] => [
  ratesTable(limited, cells, plan),
  useTable(limited, cells),
];

function ratesTable(limited: readonly Limited[], cells: readonly Cell[], { launches, cpus }: Plan): Table {
  const blocks = cells.flatMap((cell) => cell.blocks);
  const again = blocks.filter(({ attempts }) => attempts > 1).length;
  const late = blocks.filter(({ isLate }) => isLate).length;
  return {
    name: RATES,
    title: `The highest rate with p99 ≤ ${LIMIT_MS} ms, by the limit that all processes share`,
    note: `GET ${PATH} in an open loop of Poisson arrivals behind nginx; requests/s with a bootstrap interval over ${launches} launches. PostgreSQL and nginx are outside of the limit, and the generator, too. A gain is in multiples of the next smaller limit’s rate. A block in which the generator was more than ${LATE_MS} ms late (p99), because the whole machine paused, is measured again, twice at most: so were ${count(again)} of ${count(blocks.length)}, and ${count(late)} were late all three times.`,
    head: ['deployment', 'CPUs', 'requests/s', 'gain', 'per CPU', 'does more buy more?'],
    rows: limited.map((one) => {
      const { deployment, cpus: limit, highest, gain } = one;
      return [
        deployment,
        String(limit),
        rateInWords(one),
        gain ? `${threeDigits(gain.estimate)} (${intervalInWords(gain)})` : '–',
        highest && !highest.bound ? count(highest.estimate / limit) : '–',
        limit === cpus.at(-1) ? BUYS.largest : moreInWords(one),
      ];
    }),
    keys: limited.map(keyOf),
  };
}

/** "941 (902 to 980)" */
function rateInWords({ highest, offered }: Limited): string {
  if (!highest) return 'too few blocks';
  const [least, most] = offered;
  const points = [least, most].map((rate) => ({ offered: rate, achieved: rate, p50: null, p99: null }));
  return capacityWithInterval({
    ...{ operation: PATH, configuration: '', arm: '', points },
    highest: { ...highest, limitMs: LIMIT_MS },
  })!;
}

function moreInWords({ more }: Limited): string {
  if (!more) return BUYS.unknown;
  return more.low > 1 ? BUYS.more : BUYS.nothing;
}

/** What a group that uses its quota up is short of, and what one that does not. */
export const SHORT_OF = { limit: 'the limit', machine: 'the machine', itself: 'its own threads' };

function useTable(limited: readonly Limited[], cells: readonly Cell[]): Table {
  return {
    name: USE,
    title: 'What it used of the limit, when saturated',
    note: `In a closed loop of 32 connections. Who uses at least ${percentage(USED_UP)} of its limit is held back by it. Who uses less is held back by the machine if no more than ${percentage(1 - MACHINE_FULL)} of that is idle, and else cannot use more: JavaScript runs in one thread of a process.`,
    head: [
      'deployment',
      'CPUs',
      'used',
      'throttled periods',
      'PostgreSQL',
      'machine busy',
      'others',
      'generator busy',
      'requests/s',
      'refused',
      'short of',
    ],
    rows: limited.map(({ deployment, cpus }) => {
      const same = cells.filter((cell) => cell.deployment === deployment && cell.cpus === cpus);
      const mean = (of: Exclude<keyof Cell['saturated'], 'others'>) =>
        same.reduce((sum, { saturated }) => sum + saturated[of], 0) / same.length;
      return [
        deployment,
        String(cpus),
        { value: mean('used'), unit: 'CPUs' },
        percentage(mean('throttled')),
        { value: mean('database'), unit: 'CPUs' },
        percentage(mean('machineBusy')),
        othersCell(meanOthers(same.map(({ saturated }) => saturated.others))),
        percentage(mean('generatorBusy')),
        count(mean('perSecond')),
        percentage(mean('lost')),
        shortOf(mean('used') / cpus, mean('machineBusy')),
      ];
    }),
    keys: limited.map(keyOf),
  };
}

function shortOf(share: number, machineBusy: number): string {
  if (share >= USED_UP) return SHORT_OF.limit;
  return machineBusy >= MACHINE_FULL ? SHORT_OF.machine : SHORT_OF.itself;
}
