import { step } from '@jobly/deployment';
import { composeOver } from './compose';
import { findEngine } from './engine';
import { givenSettings, settingsOf } from './settings';
import type { ContainerStack } from './stacks';

/** Stops stacks and removes their containers and networks, and on request their data. */
export async function down(
  stacks: readonly ContainerStack[],
  { volumes }: { volumes: boolean },
  signal: AbortSignal,
): Promise<void> {
  const given = givenSettings();
  const engine = await findEngine(given);
  const compose = composeOver(stacks, engine, settingsOf(stacks, engine, undefined, given), signal);
  const options = volumes ? ['--volumes'] : [];
  await step('Stopping', () => compose.do('--profile', 'observability', 'down', ...options));
}
