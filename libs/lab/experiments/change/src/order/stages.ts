import { startVariant, type Variant } from '@jobly/lab/system-under-test';
import { bundlesIn } from '../touched/bundles';
import { copyDatabases } from './databases';
import type { Deployment } from './deployment';
import { openMixture } from './mixture';
import type { Staging } from './staging';
import type { Stage } from './steps';

type Services = ReadonlyMap<string, string>;

/**
 * Starts a topology as a whole in one stage of a deployment, over copies of the filled databases of its own.
 *
 * @param services where the processes find each other
 * @throws StartError if a process does not start
 */
export async function startStage(
  stage: Stage,
  deployment: Deployment,
  services: Services,
  staging: Staging,
): Promise<Variant> {
  const { postgres, env, before, signal } = staging;
  const { topology, deployables, after } = deployment;
  const databases = `${stage}_`;
  await copyDatabases(postgres, deployables, databases);
  const start = (apps: string) => startVariant(topology, postgres, env, signal, { apps, databases, services });
  if (stage !== 'migrated') return start(bundlesIn(stage === 'new' ? after : before));

  const mixture = await openMixture();
  try {
    for (const { app } of deployables) await mixture.take(app, before);
    const old = await start(mixture.path);
    try {
      for (const { name, app } of deployment.changed.filter(({ migrates }) => migrates)) {
        await mixture.take(app, after);
        await migrateBy(old, name);
      }
      return old;
    } catch (error) {
      await old.stop();
      throw error;
    }
  } finally {
    await mixture.remove();
  }
}

/** The first process of the new version migrates the database, and ends before it is asked anything. */
async function migrateBy(old: Variant, name: string): Promise<void> {
  const { ready, kill, exited } = await old.replicate(name as Parameters<Variant['replicate']>[0]);
  await ready;
  kill('SIGTERM');
  await exited;
}
