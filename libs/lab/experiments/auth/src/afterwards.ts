import type { MeasuredScene, Observations } from '@jobly/lab/runner';
import { logInTable } from './log-in-times';
import { proveSwitched } from './ladder/prove-switched';
import { startSwitched } from './ladder/start-switched';
import { modes } from './modes';
import { outageTable } from './outage';
import { perRequestTable } from './per-request';
import { refusalTable } from './refusals';
import { lagTable, lagsOf } from './revocation';
import { timesTable } from './times';
import { verificationTable } from './verification';

/**
 * The lifetime of tokens and of cached answers: short enough to wait for, and distinguishable from each other. The
 * gateway caches nothing for tokens that expire within ten seconds, so a shorter lifetime would time work that it
 * hardly ever does.
 */
const TOKEN_TTL_S = 12;
const CACHE_TTL_S = 3;

/**
 * Observations that blocks cannot make: counts, the phases of a request that authentication takes, how long a deleted
 * user keeps access, and what still works without the users service. They come from stacks of their own, most of them
 * with short-lived tokens.
 */
export async function lookAfterwards(scene: MeasuredScene): Promise<Observations> {
  const { stacks, signal, progress } = scene;
  progress.step('Counting what a request costs within the stacks');
  const perRequest = await perRequestTable(scene);
  progress.step('Knocking with bad passwords');
  const logIn = await logInTable(scene);
  const verification = verificationTable();
  progress.step('Starting stacks that say where their time goes');
  const env = { SERVER_TIMING: 'true', TOKEN_TTL: String(TOKEN_TTL_S), AUTH_CACHE_TTL: String(CACHE_TTL_S) };
  const { started: watched, stop } = await startSwitched(modes, stacks.postgres!, env, signal);
  try {
    for (const mode of watched) await proveSwitched(mode, stacks.admin);
    progress.step('Taking requests apart');
    const times = await timesTable(scene, watched);
    progress.step('Knocking with forged tokens');
    const refusals = await refusalTable(scene, watched);
    progress.step('Deleting administrators who go on knocking');
    const lags = await lagsOf(scene, watched, 2 * TOKEN_TTL_S * 1_000);
    progress.step('Switching the users service off');
    const outage = await outageTable(scene, watched);
    const ttl = { token: TOKEN_TTL_S, cache: CACHE_TTL_S };
    const tables = [lagTable(lags, ttl), outage, perRequest, times, verification, refusals, logIn];
    return { tables };
  } finally {
    await stop();
  }
}
