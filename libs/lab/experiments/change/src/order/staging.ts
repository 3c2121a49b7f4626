import { generateKeyPairSync } from 'node:crypto';
import { logInAs, type Stacks, startStacks, startVariant } from '@jobly/lab/system-under-test';
import type { Deployable } from '../preloads/topologies';
import { createDatabases, databasesOf, FILLED, makeVolatile } from './databases';
import { type Mixture, openMixture } from './mixture';

/** The topologies that can be started. */
export type Startable = 'monolith' | 'micro';

export const isStartable = (topology: string): topology is Startable => topology === 'monolith' || topology === 'micro';

/** What it takes to bring a topology into any state of a deployment. */
export interface Staging {
  readonly postgres: NonNullable<Stacks['postgres']>;
  /** For all processes; they have one key, so that tokens are valid in every stack. */
  readonly env: Record<string, string>;
  readonly mixture: Mixture;
  /** The workspace of the old version, built. */
  readonly before: string;
  /** The token of an administrator who has logged in before the deployment began. */
  readonly admin: string;
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL, and has the old version fill databases that are copied for each state.
 *
 * @param before the workspace of the old version, built
 */
export async function openStaging(
  before: string,
  topologies: ReadonlyMap<Startable, readonly Deployable[]>,
  signal: AbortSignal,
): Promise<Staging> {
  const env = { AUTH_MODE: 'jwks', JWT_PRIVATE_KEY: newKey() };
  const mixture = await openMixture();
  const stacks = await startStacks(signal, { env }).catch(async (error: unknown) => {
    await mixture.remove();
    throw error;
  });
  const close = async () => {
    await stacks.close();
    await mixture.remove();
  };
  try {
    await makeVolatile(stacks.postgres!);
    const { token: admin } = await logInAs(stacks.monolith.origin, stacks.admin);
    const staging = { postgres: stacks.postgres!, env, mixture, before, admin, signal, close };
    for (const [topology, deployables] of topologies) await fill(topology, deployables, staging);
    return staging;
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(
  topology: Startable,
  deployables: readonly Deployable[],
  { postgres, env, mixture, before, signal }: Staging,
): Promise<void> {
  await createDatabases(postgres, databasesOf(deployables));
  for (const { app } of deployables) await mixture.take(app, before);
  const filling = await startVariant(topology, postgres, env, signal, { apps: mixture.path, databases: FILLED });
  await filling.stop();
}

const newKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
