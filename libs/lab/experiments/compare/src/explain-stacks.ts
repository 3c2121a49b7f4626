import { seededRandom } from '@jobly/lab/instrument';
import { type Arm, openSessions, type MeasuredScene, type Observations } from '@jobly/lab/runner';
import {
  countPerRequest,
  explain,
  type Prepared,
  type Session,
  type Stacks,
  startStacks,
  type Workload,
} from '@jobly/lab/system-under-test';

/** Requests are sent one at a time, so the counts of a few represent all. */
const COUNTED = { warmUp: 20, requests: 60 };

/** Enough requests to compile the code, and as many again to be broken down. */
const SAMPLES = { quick: 150, full: 300 };

/**
 * Counts the calls that each operation causes within the stacks, and breaks down its time at separate stacks with
 * SERVER_TIMING, which the measured ones do without. An operation that needs preparation for every request is counted,
 * but not broken down.
 */
export async function explainStacks(scene: MeasuredScene): Promise<Observations> {
  const { stacks, progress } = scene;
  // Stacks of the user's own may be in use, and expose no metrics of the services behind the gateway.
  if (!stacks.micro.endpoints) return {};
  progress.step('Counting what a request costs within the stacks');
  const costs = await countAll(scene);
  progress.step('Starting stacks that say where their time goes');
  const watched = await startStacks(scene.signal, { data: stacks.data, env: { SERVER_TIMING: 'true' } });
  try {
    progress.step('Taking requests apart');
    return { costs, waterfalls: await explainAll(scene, watched) };
  } finally {
    await watched.close();
  }
}

async function countAll({ arms, workloads, sessions, run }: MeasuredScene): Promise<Required<Observations>['costs']> {
  const costs: Required<Observations>['costs'] = [];
  const once = arms.filter(({ repeats }) => repeats === undefined);
  for (const workload of workloads) {
    for (const { name: arm, origin, endpoints } of once) {
      const { requests, clear } = await prepare(
        workload,
        origin,
        sessions.at(origin),
        COUNTED.warmUp + COUNTED.requests,
        `${run.id}-c`,
      );
      const [first, ...others] = endpoints!;
      const counted = await countPerRequest({ processes: [first!, ...others], requests, warmUp: COUNTED.warmUp });
      await clear?.();
      costs.push({ operation: workload.operation, arm, ...counted });
    }
  }
  return costs;
}

async function explainAll({ workloads, run, quick, signal }: MeasuredScene, watched: Stacks) {
  const arms: Arm[] = (['monolith', 'micro'] as const).map((name) => ({
    ...watched[name],
    name,
    home: watched[name].origin,
  }));
  const sessions = await openSessions(watched, arms, `${run.id}w`);
  const samples = SAMPLES[quick ? 'quick' : 'full'];
  const waterfalls: Required<Observations>['waterfalls'] = [];
  for (const workload of workloads.filter(({ maxRate, mix }) => maxRate === undefined && !mix)) {
    const asked: (Prepared & { name: string; origin: string })[] = [];
    for (const { name, origin } of arms) {
      const prepared = await prepare(workload, origin, sessions.at(origin), 2 * samples, `${run.id}-w`);
      asked.push({ ...prepared, name, origin });
    }
    waterfalls.push(await explain({ operation: workload.operation, arms: asked, samples, warmUp: samples, signal }));
    for (const { clear } of asked) await clear?.();
  }
  return waterfalls;
}

/** The same requests for every stack. */
const prepare = async (workload: Workload, origin: string, session: Session, count: number, label: string) =>
  workload.prepare({ origin, session, count, label, random: seededRandom(1) });
