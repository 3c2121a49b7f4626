import { Failure, type Generator, startGenerator, whyNoCpuLimit } from '@jobly/lab/instrument';
import { mixedRequests, type Observations, type Scene } from '@jobly/lab/runner';
import { calibrate, type Capacity } from './calibration';
import { type Course, follow } from './course';
import type { ElasticPart, StackName } from './fleet/parts';
import { startFleet } from './fleet/start-fleet';
import { type Plan, plans } from './plan';
import { capacityTable } from './report/capacity-table';
import { clientsTable } from './report/clients-table';
import { elasticityTable } from './report/elasticity-table';
import { groupsOf } from './report/groups';
import { courseTimeline } from './report/timeline';

/** What each stack can take, and all curves along which it was led. */
export interface Watched {
  capacities: ReadonlyMap<StackName, ReadonlyMap<ElasticPart, Capacity>>;
  courses: readonly Course[];
}

const stackNames: readonly StackName[] = ['monolith', 'micro'];

/** Both stacks scale by themselves while a load rises and falls, one stack after the other. */
export async function observe(scene: Scene): Promise<Observations> {
  const why = whyNoCpuLimit();
  if (why !== undefined) throw new Failure(`Replicas can scale only if each has a limit of its own. ${why}`);
  const plan = plans[scene.quick ? 'quick' : 'full'];
  const generator = startGenerator();
  try {
    const watched = await watch(scene, plan, generator);
    return {
      tables: [elasticityTable(watched), clientsTable(watched.courses), capacityTable(watched)],
      timelines: groupsOf(watched.courses).map(({ courses }) => courseTimeline(courses[0]!)),
    };
  } finally {
    await generator.stop();
  }
}

async function watch(scene: Scene, plan: Plan, generator: Generator): Promise<Watched> {
  const capacities = new Map<StackName, ReadonlyMap<ElasticPart, Capacity>>();
  const courses: Course[] = [];
  for (let fleet = 1; fleet <= plan.fleets; fleet += 1) {
    // Mirrored, so that neither always comes after the other.
    for (const stack of fleet % 2 === 1 ? stackNames : stackNames.toReversed()) {
      courses.push(...(await watchFleet(scene, stack, fleet, plan, generator, capacities)));
    }
  }
  return { capacities, courses };
}

async function watchFleet(
  scene: Scene,
  stack: StackName,
  fleet: number,
  plan: Plan,
  generator: Generator,
  capacities: Map<StackName, ReadonlyMap<ElasticPart, Capacity>>,
): Promise<Course[]> {
  const { stacks, progress } = scene;
  const { requests, clear } = await mixedRequests(scene, stacks[stack].origin, 'e');
  try {
    progress.step(`Starting ${stack}, fleet ${fleet} of ${plan.fleets}`);
    const { started, stop } = await startFleet(scene, stack, requests);
    try {
      progress.step(`Finding out what one replica of ${stack} can take`);
      const known = capacities.get(stack) ?? (await calibrate(scene, started, requests, plan, generator));
      capacities.set(stack, known);
      const courses: Course[] = [];
      for (const [index, curve] of plan.curves.entries()) {
        progress.step(`Leading ${stack} along ${curve.name}, fleet ${fleet} of ${plan.fleets}`);
        courses.push(await follow(scene, stack, started, requests, known, curve, fleet * plan.curves.length + index));
      }
      return courses;
    } finally {
      await stop();
    }
  } finally {
    await clear();
  }
}
