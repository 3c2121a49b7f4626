import type { Feature } from './features/feature';
import type { Besides, Finding } from './finding';
import type { Deploy } from './order/deployments';
import type { ReadTopology } from './preloads/topologies';
import type { FileChange } from './scratch/file-changes';
import { runSuite } from './suite/suite';
import { deployedAgain } from './touched/bundles';
import { migrationsOf } from './touched/migrations';
import { besidesOf, type Readings, touchedOf } from './touched/touched';

/** A feature, in a copy of the workspace that is built with it. */
interface Subject {
  readonly feature: Feature;
  readonly changes: readonly FileChange[];
  /** The workspace without it, built. */
  readonly old: string;
  /** The workspace with it, built. */
  readonly root: string;
  readonly readings: Readings;
}

interface Means {
  /** Whether the suite is run. */
  readonly tests: boolean;
  /** Absent if no states are started. */
  readonly deploy: Deploy | undefined;
  readonly signal: AbortSignal;
  readonly say: (what: string) => void;
}

/** Finds out what a feature touches in every topology, and beside them. */
export async function inspect(
  subject: Subject,
  means: Means,
): Promise<{ besides: Besides; findings: readonly Finding[] }> {
  const { feature, changes, readings } = subject;
  const findings: Finding[] = [];
  for (const topology of readings.after.topologies) findings.push(await inspectIn(topology, subject, means));
  return { besides: { feature: feature.name, title: feature.title, ...besidesOf(changes, readings) }, findings };
}

async function inspectIn(
  { name: topology, deployables }: ReadTopology,
  { feature, changes, old, root, readings }: Subject,
  { tests, deploy, signal, say }: Means,
): Promise<Finding> {
  const again = deployedAgain(old, root, deployables);
  const changed = again.map((deployable) => ({
    ...deployable,
    migrates: migrationsOf(changes, [deployable]).length > 0,
  }));
  if (tests) say(`the suite against ${topology}`);
  const suite = tests ? await runSuite(root, topology, signal) : undefined;
  const order = await deploy?.({ topology, changed, after: root }, (done) =>
    say(`${topology} with ${[...done].join(', ')}`),
  );
  return {
    feature: feature.name,
    topology,
    touched: touchedOf(topology, changes, readings),
    deployables: again.map(({ name, app, place }) => ({ what: name === app ? name : `${name} (${app})`, place })),
    ...(suite && { suite }),
    ...(order && { order }),
  };
}
