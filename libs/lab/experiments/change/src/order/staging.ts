import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { logInAs, type Stacks, startStacks, startVariant } from '@jobly/lab/system-under-test';
import type { Deployable } from '../preloads/topologies';
import { bundlesIn } from '../touched/bundles';
import { createDatabases, FILLED, makeVolatile } from './databases';

/** The topologies that can be started. */
export type Startable = 'monolith' | 'micro';

export const isStartable = (topology: string): topology is Startable => topology === 'monolith' || topology === 'micro';

/** What it takes to bring a topology into any state of a deployment. */
export interface Staging {
  readonly postgres: NonNullable<Stacks['postgres']>;
  /** For all processes: they have the same secrets, so that tokens are valid in every stack. */
  readonly env: Record<string, string>;
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
  const env = {
    AUTH_MODE: 'jwks',
    JWT_PRIVATE_KEY: newRsaKey(),
    USERS_SERVICE_PRIVATE_KEY: newEcKey(),
    COMPANIES_SERVICE_PRIVATE_KEY: newEcKey(),
    JOBS_SERVICE_PRIVATE_KEY: newEcKey(),
  };
  const stacks = await startStacks(signal, { env });
  try {
    await makeVolatile(stacks.postgres!);
    const { token: admin } = await logInAs(stacks.monolith.origin, stacks.admin);
    const staging = { postgres: stacks.postgres!, env, before, admin, signal, close: stacks.close };
    for (const [topology, deployables] of topologies) await fill(topology, deployables, staging);
    return staging;
  } catch (error) {
    await stacks.close();
    throw error;
  }
}

async function fill(
  topology: Startable,
  deployables: readonly Deployable[],
  { postgres, env, before, signal }: Staging,
): Promise<void> {
  await createDatabases(postgres, deployables);
  const version = { apps: bundlesIn(before), databases: FILLED };
  const filling = await startVariant(topology, postgres, env, signal, version);
  await filling.stop();
}

const newRsaKey = () => pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

const newEcKey = () => pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);

const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
