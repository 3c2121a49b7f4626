import { replay, type Replayed, startVariant, type Variant } from '@jobly/lab/system-under-test';
import type { Deployable } from '../preloads/topologies';
import { COPIED, copyDatabases, databasesOf } from './databases';
import type { Staging, Startable } from './staging';
import { type Changed, stageOf } from './steps';

/** A deployment of a feature in a topology. */
export interface Deployment {
  readonly topology: Startable;
  readonly deployables: readonly Deployable[];
  /** Those of them that the feature changes. */
  readonly changed: readonly Changed[];
  /** The workspace of the new version, built. */
  readonly after: string;
}

/** The name of the records of the script: the same everywhere, because answers contain it. */
const NAME = 'change';

/**
 * The answers to the script in a state of a deployment, for as long as they are asked for. The databases are copies of
 * those that the old version has filled, and the administrator has logged in before the deployment began.
 *
 * @throws StartError if a process does not start in this state, Failure if nobody answers
 */
export async function* answersIn(
  { topology, deployables, changed, after }: Deployment,
  done: ReadonlySet<string>,
  { postgres, env, mixture, before, admin, signal }: Staging,
): AsyncGenerator<Replayed, void, void> {
  signal.throwIfAborted();
  await copyDatabases(postgres, databasesOf(deployables));
  const isNew = (name: string) => changed.some((one) => one.name === name && stageOf(name, done) === 'new');
  for (const { name, app } of deployables) await mixture.take(app, isNew(name) ? after : before);
  const stack = await startVariant(topology, postgres, env, signal, { apps: mixture.path, databases: COPIED });
  try {
    for (const { name, app } of changed.filter((one) => stageOf(one.name, done) === 'migrated')) {
      await mixture.take(app, after);
      await migrateBy(stack, name);
    }
    yield* replay(stack.target.origin, { admin, name: NAME });
  } finally {
    await stack.stop();
  }
}

/** The first process of the new version migrates the database, and ends before it is asked anything. */
async function migrateBy(stack: Variant, name: string): Promise<void> {
  const { ready, kill, exited } = await stack.replicate(name as Parameters<Variant['replicate']>[0]);
  await ready;
  kill('SIGTERM');
  await exited;
}
