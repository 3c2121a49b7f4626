import { quantile } from '@jobly/lab/instrument';
import { count, meanOthers, othersCell, percentage, roundedMs, type Table, threeDigits } from '@jobly/lab/results';
import type { Course } from '../course';
import { outcomesOf } from '../figures/outcomes';
import { DRAIN_MS, LIMIT_MS, REPLICA_CPUS, STEP_MS } from '../plan';
import { groupsOf } from './groups';

/** The table's name, by which the conclusion finds it. */
export const CLIENTS = 'clients';

export const keyOf = (stack: string, curve: string) => `${stack}: ${curve}`;

export const BUSY = 'generator busy';

/** One row for each stack along each curve. */
export function clientsTable(courses: readonly Course[]): Table {
  const groups = groupsOf(courses);
  return {
    name: CLIENTS,
    title: 'What clients notice while replicas come and go, and what that costs',
    note: `A mix of reads and writes in an open loop, each request over a connection of its own, because nginx before 1.27.4 loses some requests of kept-alive connections when replicas change; of all repetitions together. Refused is a 503, which says that nothing was done: admission control protects the replicas that are there while others start. Failed is everything else that was not expected; the target is none. A replica that is to end leaves the list and answers for ${threeDigits(DRAIN_MS / 1_000)} s more. CPU time is that of the replicas, their starts included, without PostgreSQL and nginx. Reserved is ${REPLICA_CPUS} CPUs for each ready replica, beside a fixed fleet of as many as there ever were, which is computed, not measured.`,
    head: [
      'stack',
      'load',
      'requests',
      'failed',
      'by kind',
      'refused',
      'replicas not ended in time',
      'p99 of the answered',
      `within ${LIMIT_MS} ms`,
      'CPU used',
      'CPU reserved',
      'of a fixed fleet',
      BUSY,
      'others',
    ],
    rows: groups.map(({ stack, curve, courses: alike }) => [stack, curve, ...cellsOf(alike)]),
    keys: groups.map(({ stack, curve }) => keyOf(stack, curve)),
  };
}

/** p99 is not told of fewer. */
const ENOUGH = 1_000;

function cellsOf(courses: readonly Course[]): Table['rows'][number] {
  const { requests, refused, failed, kinds, responsesMs } = outcomesOf(courses.flatMap(({ observed }) => observed));
  const within = responsesMs.filter((ms) => ms <= LIMIT_MS).length;
  const { usedMs, reserved, fixed } = costOf(courses);
  const cpuSeconds = (ms: number) => `${threeDigits(ms / 1_000)} s`;
  return [
    count(requests),
    { value: failed, unit: 'requests' },
    kinds,
    `${count(refused)} (${threeDigits((100 * refused) / requests)} %)`,
    count(courses.reduce((sum, { cut }) => sum + cut, 0)),
    responsesMs.length < ENOUGH ? '–' : roundedMs(quantile(Float64Array.from(responsesMs).sort(), 0.99)),
    percentage(within / requests),
    `${cpuSeconds(usedMs)}, ${threeDigits(usedMs / requests)} ms a request`,
    cpuSeconds(reserved * REPLICA_CPUS * STEP_MS),
    percentage(reserved / fixed),
    { value: 100 * Math.max(...courses.map(({ generatorBusy }) => generatorBusy)), unit: '%' },
    othersCell(meanOthers(courses.map(({ others }) => others))),
  ];
}

/** CPU time used, and replicas that were there and would have been there in a fixed fleet, in steps. */
function costOf(courses: readonly Course[]) {
  const followed = courses.flatMap(({ deployments }) => [...deployments]);
  const parts = Map.groupBy(followed, ([part]) => part);
  const cost = { usedMs: 0, reserved: 0, fixed: 0 };
  for (const alike of parts.values()) {
    const supplies = alike.map(([, { supply }]) => supply);
    const most = Math.max(...supplies.flat());
    cost.usedMs += alike.reduce((sum, [, { cpuMs }]) => sum + cpuMs, 0);
    cost.reserved += supplies.flat().reduce((sum, replicas) => sum + replicas, 0);
    cost.fixed += supplies.flat().length * most;
  }
  return cost;
}
