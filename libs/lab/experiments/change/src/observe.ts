import { resolve } from 'node:path';
import type { Observations, Scene } from '@jobly/lab/runner';
import type { Feature } from './features/feature';
import { inspect } from './inspect';
import { type Deploy, withDeployments } from './order/deployments';
import type { Reading } from './preloads/topologies';
import { fileChangesOf } from './scratch/file-changes';
import { withBuilt } from './scratch/with-built';
import { tablesOf } from './tables';

type Surroundings = Pick<Scene, 'flags' | 'quick' | 'signal' | 'progress'>;

/** The app that tests copies of the workspace. */
const SUITE = 'conformance';

/**
 * Brings features into copies of the workspace, one at a time, and finds out what each touches.
 *
 * @param read reads a workspace
 * @throws Failure naming an edit that does not fit the code, or a version that does not build
 */
export async function observe(
  features: readonly Feature[],
  read: (root: string) => Reading,
  { flags, quick, signal, progress }: Surroundings,
): Promise<Observations> {
  const workspace = resolve('.');
  // All at first: an edit that does not fit is worth knowing before anything takes time.
  const changed = features.map((feature) => ({ feature, changes: fileChangesOf(feature, workspace) }));
  progress.step('Reading the code');
  const before = read(workspace);
  const apps = [...new Set(before.topologies.flatMap(({ deployables }) => deployables.map(({ app }) => app)))];
  const tests = !quick && !flags.includes('no-suite');

  const inspectAll = async (old: string, deploy: Deploy | undefined) => {
    const inspections: Awaited<ReturnType<typeof inspect>>[] = [];
    for (const { feature, changes } of changed) {
      const say = (what: string) => progress.step(`${feature.name}: ${what}`);
      say('building');
      const name = `The feature ${feature.name}`;
      const version = { workspace, changes, apps: tests ? [...apps, SUITE] : apps, name };
      const inspection = await withBuilt(version, signal, (root) => {
        const readings = { before, after: read(root) };
        return inspect({ feature, changes, old, root, readings }, { tests, deploy, signal, say });
      });
      inspections.push(inspection);
    }
    return inspections;
  };

  progress.step('Building the code as it is');
  const inspections = await withBuilt({ workspace, changes: [], apps, name: 'The workspace' }, signal, async (old) => {
    if (flags.includes('no-order')) return inspectAll(old, undefined);
    progress.step('Starting the code as it is');
    return withDeployments(old, before.topologies, signal, (deploy) => inspectAll(old, deploy));
  });
  return {
    tables: tablesOf({
      features: inspections.map(({ besides }) => besides),
      byTopology: inspections.flatMap(({ findings }) => findings),
    }),
  };
}
