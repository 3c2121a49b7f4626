import { seededRandom } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import { type Arm, armAt, type MeasuredScene, openSessions } from '@jobly/lab/runner';
import { countPerRequest, type Workload } from '@jobly/lab/system-under-test';
import type { RunningWay } from './start-ways';

/** Of each operation. */
const COUNTED = 40;

/** The table's name, by which the ladder finds it. */
export const COUNTS = 'counts';

/** The calls, statements and bytes of one request, of each operation in each way. */
export async function countsTable(scene: MeasuredScene, started: readonly RunningWay[]): Promise<Table> {
  const rows: Table['rows'] = [];
  const keys: string[] = [];
  for (const [index, { way, target }] of started.entries()) {
    const arm = armAt(target, way.name);
    const label = `${scene.run.id}c${index}`;
    const sessions = await openSessions(scene.stacks, [arm], label);
    for (const workload of scene.workloads) {
      rows.push([way.name, workload.operation, ...(await counted(arm, workload, sessions, label))]);
      keys.push(`${way.name}, ${workload.operation}`);
    }
  }
  return {
    name: COUNTS,
    title: 'For one request',
    note: 'HTTP requests from process to process, statements sent to PostgreSQL, and the bytes of both, counted in the processes’ metrics. What is read has been read a moment ago.',
    head: ['way', 'operation', 'calls', 'statements', 'bytes between processes'],
    rows,
    keys,
  };
}

async function counted(
  { origin, endpoints, home }: Arm,
  workload: Workload,
  sessions: Awaited<ReturnType<typeof openSessions>>,
  label: string,
): Promise<string[]> {
  const [first, ...behind] = endpoints!;
  const order = { origin, session: sessions.at(home), label, random: seededRandom(1) };
  const { requests, repeatable, clear } = await workload.prepare({ ...order, count: 2 * COUNTED });
  // What may be repeated is read twice, so that a cache has seen all of it.
  const counting = repeatable ? [...requests, ...requests] : requests;
  const counts = await countPerRequest({
    processes: [first!, ...behind],
    requests: counting,
    warmUp: counting.length / 2,
  });
  await clear?.();
  return [counts.calls, counts.statements, counts.bytes].map((value, column) =>
    column === 2 ? String(Math.round(value)) : String(Number(value.toFixed(1))),
  );
}
