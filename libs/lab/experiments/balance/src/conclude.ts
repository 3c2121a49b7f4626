import {
  count,
  type Figures,
  type Finding,
  findingsOf,
  responseP50,
  responseP95,
  responseP99,
  threeDigits,
} from '@jobly/lab/results';
import { CHANGES, KEYS } from './change/change-table';
import type { Moment } from './change/moments';
import { ROUND_ROBIN, usualWays } from './ways';

/** The effect of each balancing method with a slow replica, and of a replica's death and arrival. */
export function slowDeadAndNew(results: Figures): string | undefined {
  const told = [besideRoundRobin(results), deadAndNew(results)].filter((one) => one !== undefined);
  return told.length > 0 ? told.join(' ') : undefined;
}

/** "With one slow replica of three, response p99 beside that of round robin: least connections 0.31 times (three monoliths)." */
function besideRoundRobin(results: Figures): string | undefined {
  const findings = findingsOf([results]).filter(({ base }) => base === ROUND_ROBIN.name);
  // The higher the percentile, the more it shows of users' waiting.
  const metric = [responseP99, responseP95, responseP50].find(({ name }) =>
    findings.some((one) => one.metric === name),
  );
  const told = usualWays.flatMap(({ name }) => {
    const found = findings.filter((one) => one.other === name && one.metric === metric?.name);
    return found.length > 0 ? [`${name} ${amounts(found)}`] : [];
  });
  if (!metric || told.length === 0) return undefined;
  return `With one slow replica of three, ${metric.name} beside that of round robin: ${told.join(', ')}.`;
}

/** "0.31 times (three monoliths) and 0.35 times (three gateways)" */
function amounts(found: readonly Finding[]): string {
  if (found.every(({ rows: [row] }) => !row!.detectable)) return NO_DIFFERENCE;
  const told = found.map(({ configuration, rows: [row] }) => {
    const amount = row!.detectable ? `${threeDigits(row!.interval.estimate)} times` : NO_DIFFERENCE;
    return configuration === undefined ? amount : `${amount} (${configuration})`;
  });
  return listed(told);
}

const NO_DIFFERENCE = 'no detectable difference';

/**
 * "When 40 replicas died one after the other, 0 of 26,000 reads failed, and a new one answered its first read 2.40 and
 * 2.85 s after its start."
 */
function deadAndNew({ timelines, tables }: Figures): string | undefined {
  const table = tables.find(({ name }) => name === CHANGES);
  if (!table) return undefined;
  const sumOf = (key: string) => {
    const [, ...cells] = table.rows[table.keys?.indexOf(key) ?? -1] ?? [];
    return cells.reduce((sum, cell) => sum + (typeof cell === 'object' ? cell.value : 0), 0);
  };
  const waits = timelines.flatMap(({ marks }) => {
    const at = (wanted: Moment) => marks.find(({ moment }) => moment === wanted)?.ms;
    const [started, first] = [at('started'), at('first')];
    return started === undefined || first === undefined ? [] : [threeDigits((first - started) / 1_000)];
  });
  const news =
    waits.length < timelines.length
      ? 'and a new one was not asked in time'
      : `and a new one answered its first read ${listed(waits)} s after its start`;
  return `When ${count(sumOf(KEYS.killed))} replicas died one after the other, ${count(sumOf(KEYS.failedReads))} of ${count(sumOf(KEYS.reads))} reads failed, ${news}.`;
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts);
