import { allOrNone, type Generator, startGenerator } from '@jobly/lab/instrument';
import { percentage, type Table } from '@jobly/lab/results';
import { type Arm, blockOf, type MeasuredScene } from '@jobly/lab/runner';
import { inBatches, jobDetail, type LoggedRequest, type Nginx, startNginx } from '@jobly/lab/system-under-test';
import { clientsInWords } from './clients';
import { addressOf, fleets } from './replicas';
import { LOAD } from './slow-replica';
import { usualWays, type Way, ways } from './ways';

const LOOKED_AT_MS = { full: 5_000, quick: 1_500 };

/**
 * The number of requests that each replica answered, and their latency, one table per stack. From a separate pass,
 * because nginx keeps no log while blocks are measured.
 */
export async function shareTables(scene: MeasuredScene): Promise<Table[]> {
  const generator = startGenerator();
  try {
    const tables: Table[] = [];
    for (const { configuration } of fleets) {
      const arm = scene.arms.find((one) => one.configuration === configuration)!;
      tables.push({
        title: `Who answers, ${configuration}`,
        note: `${jobDetail.operation}, ${LOAD.rate}/s, from nginx’s own log, whose times are whole milliseconds. ${clientsInWords()}`,
        head: ['balancing', 'replica', 'share', 'p50 ms', 'p95 ms'],
        rows: await rowsAt(arm, scene, generator),
      });
    }
    return tables;
  } finally {
    await generator.stop();
  }
}

/** Runs the replicas of an arm again behind an nginx for each balancing method, one after the other. */
async function rowsAt(arm: Arm, scene: MeasuredScene, generator: Generator): Promise<string[][]> {
  const { run, quick, signal } = scene;
  const replicas = arm.endpoints!.slice(1);
  const looked = quick ? usualWays : ways;
  const { started, stop } = await allOrNone((keep) =>
    inBatches(looked.length, looked, async ({ balancing }) => {
      const options = { replicas: replicas.map(addressOf), balancing, accessLog: true };
      return keep(await startNginx(run.nginx!, options, signal));
    }),
  );
  try {
    const rows: string[][] = [];
    for (const [index, way] of looked.entries()) {
      rows.push(...rowsOf(way, replicas, await logOf(started[index]!, arm, scene, generator)));
    }
    return rows;
  } finally {
    await stop();
  }
}

/** nginx's log of a load like that of the blocks. */
async function logOf(
  { origin, log, logged }: Nginx,
  arm: Arm,
  { run, sessions, seed, quick, signal }: MeasuredScene,
  generator: Generator,
): Promise<readonly LoggedRequest[]> {
  const task = {
    case: { name: jobDetail.name, workload: jobDetail, arms: [arm], configuration: { name: '', description: '' } },
    arm: { ...arm, origin },
    launch: 0,
    pair: 0,
    load: LOAD,
    leadInMs: 0,
    durationMs: LOOKED_AT_MS[quick ? 'quick' : 'full'],
    label: 'shares',
  };
  const { block } = await blockOf(task, sessions.at(arm.home), seed, run.id);
  await generator.run(block, signal);
  await logged();
  return log.filter(({ path }) => path.startsWith('/jobs/'));
}

/** A row per replica, with its share of all answered requests. */
export function rowsOf(
  { name }: Way,
  replicas: readonly { name: string; url: string }[],
  log: readonly LoggedRequest[],
): string[][] {
  return replicas.map((replica, index) => {
    const own = log.filter((line) => line.replicas.at(-1) === addressOf(replica));
    const times = own.map(({ ms }) => ms).sort((one, other) => one - other);
    const at = (share: number) => times[Math.ceil(share * times.length) - 1]?.toFixed(0) ?? '–';
    return [index === 0 ? name : '', replica.name, percentage(own.length / log.length), at(0.5), at(0.95)];
  });
}
