import { type LoadRequest, seededRandom, seedOf, shuffled } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import {
  companyDetail,
  companyList,
  jobDetail,
  jobList,
  ownProfile,
  type Target,
  type Workload,
} from '@jobly/lab/system-under-test';
import { layouts } from './distance';
import type { StackName } from './distant';
import { type Field, responseAt, responseOf } from './measure';
import type { Plan } from './plan';
import type { Sample } from './sample';
import type { Launch } from './stacks';

const STACKS: readonly StackName[] = ['monolith', 'micro'];

const READS: readonly Workload[] = [companyDetail, companyList, jobDetail, jobList, ownProfile];

/** Connections of the warm-up, which goes on at full speed. */
const WARM_UP_CONNECTIONS = 8;

/** One block of an operation, still to be measured. */
interface Due {
  target: Target;
  measure(requests: readonly LoadRequest[]): Promise<Omit<Sample, 'operation' | 'launch' | 'round'>>;
}

/** All operations of a launch, one after the other; the blocks of one in random order, both stacks among each other. */
export async function observeLaunch(
  scene: Scene,
  plan: Plan,
  launch: Launch,
  workloads: readonly Workload[],
  number: number,
  field: Field,
): Promise<Sample[]> {
  const { progress, seed } = scene;
  const samples: Sample[] = [];
  for (const target of targetsOf(launch)) {
    progress.step(`Warming up, launch ${number} of ${plan.launches}`);
    await warmUp(scene, plan, launch, target, field);
  }
  for (const workload of workloads) {
    const { operation } = workload;
    progress.step(`Measuring ${operation} at every distance, launch ${number} of ${plan.launches}`);
    const { take, clear } = await prepared(scene, plan, launch, workload);
    for (const target of targetsOf(launch)) await responseOf(target.origin, take(target), field);
    for (let round = 1; round <= plan.rounds; round += 1) {
      const random = seededRandom(seedOf(seed, operation, number, round));
      for (const { target, measure } of shuffled(random, blocksOf(plan, launch, field))) {
        samples.push({ operation, launch: number, round, ...(await measure(take(target))) });
      }
    }
    await clear();
  }
  return samples;
}

const targetsOf = ({ near, distant }: Launch): Target[] => [
  ...STACKS.map((stack) => near[stack]),
  ...STACKS.map((stack) => distant[stack].target),
];

/** Every distance of every layout, and each stack without relays. No delay at all is the same in every layout. */
function blocksOf({ delaysMs }: Plan, { near, distant }: Launch, field: Field): Due[] {
  const direct = STACKS.map((stack): Due => {
    const target = near[stack];
    const measure = async (requests: readonly LoadRequest[]) => {
      const responseMs = await responseOf(target.origin, requests, field);
      return { stack, apart: 'nothing' as const, delayMs: 0, roundTripMs: 0, responseMs };
    };
    return { target, measure };
  });
  const apart = layouts.flatMap(({ stack, apart: what }) =>
    [0, ...delaysMs].map((delayMs): Due => {
      const { target, links } = distant[stack];
      const measure = async (requests: readonly LoadRequest[]) => ({
        ...{ stack, apart: what, delayMs },
        ...(await responseAt(target.origin, requests, delayMs, links[what], field)),
      });
      return { target, measure };
    }),
  );
  return [...direct, ...apart];
}

/** Reads alone: a stack that has just started may be too slow for the deadlines of writes. */
async function warmUp(
  { seed, run }: Scene,
  plan: Plan,
  launch: Launch,
  target: Target,
  { generator, signal }: Field,
): Promise<void> {
  const { origin } = target;
  const session = launch.sessionAt(target);
  for (const workload of READS) {
    const count = Math.ceil(plan.warmUp / READS.length);
    const random = seededRandom(seedOf(seed, 'warm-up', workload.name));
    const { requests } = await workload.prepare({ origin, session, label: `${run.id}-w`, count, random });
    const closed = { loop: 'closed', connections: WARM_UP_CONNECTIONS, leadInMs: 0, durationMs: 120_000 } as const;
    await generator.run({ ...closed, origin, requests, repeat: false, timeoutMs: 10_000 }, signal);
  }
}

/** The requests of all blocks of an operation in a launch, for each target, because some can be sent only once. */
async function prepared({ seed, run }: Scene, plan: Plan, launch: Launch, workload: Workload) {
  const ready = await Promise.all(
    targetsOf(launch).map(async (target, index) => {
      const blocks = 1 + plan.rounds * blocksAt(target, plan, launch);
      const order = {
        origin: target.origin,
        session: launch.sessionAt(target),
        label: `${run.id}-${index}`,
        count: blocks * plan.requests,
        random: seededRandom(seedOf(seed, workload.name)),
      };
      return { target, ...(await workload.prepare(order)) };
    }),
  );
  return {
    /** The next block of requests. */
    take: (target: Target) => ready.find((one) => one.target === target)!.requests.splice(0, plan.requests),
    async clear() {
      for (const one of ready) await one.clear?.();
    },
  };
}

const blocksAt = (target: Target, { delaysMs }: Plan, { distant }: Launch): number => {
  const own = layouts.filter(({ stack }) => distant[stack].target === target);
  return own.length === 0 ? 1 : own.length * (1 + delaysMs.length);
};
