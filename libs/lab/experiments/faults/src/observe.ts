import { seedOf } from '@jobly/lab/instrument';
import type { Observations, Scene } from '@jobly/lab/runner';
import { fillingDisk } from './disk/observe';
import { diskTable } from './disk/table';
import { diskTimelines } from './disk/timelines';
import { type StackName, startExposed } from './exposed';
import type { Needs } from './needs';
import { failingNeighbours } from './neighbours/pairs';
import { neighbourTables } from './neighbours/tables';
import { type Plan, plans } from './plan';
import { failingProcesses } from './processes/observe';
import { availabilityTable } from './schedule/availability';
import { faultOf } from './schedule/fault';
import { strikes } from './schedule/strikes';
import { faultTables } from './schedule/tables';
import { faultTimeline } from './schedule/timeline';
import { watch, type Watched } from './schedule/watch';

const STACKS = ['monolith', 'micro'] as const;

/** The faults that are drawn over time: those of one process and one database of each stack show how they go. */
const DRAWN: readonly string[] = [
  ...['monolith: database dead', 'monolith: monolith killed'],
  ...['micro: jobs dead', 'micro: jobs frozen', 'micro: jobs service killed', 'micro: PostgreSQL killed'],
];

/** The network to every part fails in every way, services fail beside others, processes are killed, and a disk fills up. */
export async function observe(scene: Scene): Promise<Observations> {
  const plan = plans[scene.quick ? 'quick' : 'full'];
  const needs = new Map<StackName, Needs>();
  const watched: Watched[] = [];
  for (const stack of STACKS) {
    const seen = await failingNetwork(scene, plan, stack);
    needs.set(stack, seen.needs);
    watched.push(...seen.watched);
  }
  const pairs = await failingNeighbours(scene, plan);
  const all = [...watched];
  for (const stack of STACKS) all.push(...(await failingProcesses(scene, stack, plan)));
  const disks = await fillingDisk(scene);
  return {
    tables: [...faultTables(all), availabilityTable(watched, needs), ...neighbourTables(pairs), ...[diskTable(disks)]],
    timelines: [
      ...all.filter(({ stack, part, strike }) => DRAWN.includes(`${stack}: ${part} ${strike}`)).map(faultTimeline),
      ...diskTimelines(disks ?? []),
    ],
  };
}

/** Every part of a stack fails in every way, one after the other. */
async function failingNetwork(
  scene: Scene,
  plan: Plan,
  stack: StackName,
): Promise<{ needs: Needs; watched: Watched[] }> {
  const { run, seed, signal, progress } = scene;
  const exposed = await startExposed(scene, stack, `${run.id}${stack[1]}f`);
  try {
    const parts = exposed.parts.filter(({ name }) => plan.parts?.includes(name) ?? true);
    const watched: Watched[] = [];
    for (const strike of strikes.slice(0, plan.strikes)) {
      for (const part of parts) {
        progress.step(`${stack}: ${part.name} ${strike.name}`);
        const order = { seed: seedOf(seed, stack, part.name, strike.name), signal };
        watched.push(await watch(exposed, faultOf(exposed, part, strike), order));
      }
    }
    return { needs: exposed.needs, watched };
  } finally {
    await exposed.stop();
  }
}
