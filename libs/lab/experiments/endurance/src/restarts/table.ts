import type { Observed } from '@jobly/lab/instrument';
import { count, roundedMs, type Table } from '@jobly/lab/results';
import { kindsIn, kindsInWords } from '../kinds';
import { RESTART_RATE } from '../plan';
import type { StackName } from '../stack-name';
import type { Restart, Rolled } from './observe-restarts';

/** The table's name, by which the conclusion finds it. */
export const RESTARTS = 'restarts';

export const ALL = 'all of them';

/** One row for each process, and one for the stack. */
export function restartsTable(observed: readonly (readonly [StackName, Rolled])[]): Table {
  const rows = observed.flatMap(([stack, { restarts, observed: requests }]) => {
    const parts = [...new Set(restarts.map(({ part }) => part))];
    const during = (part: string) => requests.filter(({ dueMs }) => duringRestart(restarts, dueMs)?.part === part);
    return [
      ...parts.map((part) => [
        stack,
        part,
        ...cellsOf(
          restarts.filter((one) => one.part === part),
          during(part),
        ),
      ]),
      [stack, ALL, ...cellsOf(restarts, requests)],
    ];
  });
  return {
    name: RESTARTS,
    title: 'What clients notice of a rolling restart',
    note: `Two replicas of every process, the public ones behind nginx, the services found by name by whoever asks them. Each is asked to stop by SIGTERM, and started again at its address when it has ended, before the next one’s turn comes. Meanwhile clients send a mix of reads and writes, ${RESTART_RATE} a second, each over a connection of its own, because nginx before 1.27.4 loses some requests of kept-alive connections when replicas change. Requests belong to the restart that began last before they were due. A 503 may come from the replica that is left, which has to serve everybody meanwhile, on a machine that also starts a process. For the first 2.5 s after SIGTERM a process still answers. The target is that none fails.`,
    head: [
      'stack',
      'restarted',
      'restarts',
      'requests',
      'failed',
      'by kind',
      'median',
      'longest',
      'longest, SIGTERM to ready',
      'target',
    ],
    rows,
    keys: rows.map(([stack, part]) => `${stack}: ${part}`),
  };
}

/** The restart that began last before then. */
const duringRestart = (restarts: readonly Restart[], dueMs: number) =>
  restarts.findLast(({ beganMs }) => beganMs <= dueMs);

function cellsOf(restarts: readonly Restart[], requests: readonly Observed[]): string[] {
  const failures = requests.flatMap(({ failure }) => failure ?? []);
  const took = requests.map(({ dueMs, settledMs }) => settledMs - dueMs).toSorted((one, other) => one - other);
  const cut = restarts.filter(({ exitCode }) => exitCode !== 0).length;
  return [
    count(restarts.length),
    count(requests.length),
    count(failures.length),
    kindsInWords(kindsIn(failures.map((kind) => ({ [kind]: 1 })))),
    roundedMs(took[Math.floor(took.length / 2)] ?? NaN),
    roundedMs(took.at(-1) ?? NaN),
    `${Math.max(...restarts.map(({ beganMs, readyMs }) => (readyMs - beganMs) / 1_000)).toFixed(1)} s`,
    cut > 0 ? `missed, ${count(cut)} not ended in time` : failures.length > 0 ? 'missed' : 'kept',
  ];
}
