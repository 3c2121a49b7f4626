import { StartError } from '@jobly/contracts';
import { type Stack, withTemporaryStack } from '@jobly/stack';
import { type Settling, settling } from './settling';

/** The two stacks under fuzzing, which hold the same seed. */
export interface Stacks {
  monolith: URL;
  micro: URL;
  /** Resolves once the events between the services have been handled. */
  settle: Settling['settle'];
  /** Rejects with the reason if a process ends. */
  died: Promise<never>;
}

/** Limits would answer for the application, and at each stack at another moment. */
const settings = {
  SEED: 'true',
  SEED_PASSWORD: 'password',
  PASSWORD_MIN_LENGTH: '5',
  AUTH_RATE_LIMIT: '0',
  LOGIN_FAILURE_LIMIT: '0',
  TRUST_PROXY: 'false',
  AUTH_MODE: '',
  DATA_SHARING: '',
};

/**
 * Starts both on free ports, for as long as `use` takes.
 * @throws StartError if they cannot be started.
 */
export function withStacks<T>(signal: AbortSignal, use: (stacks: Stacks) => Promise<T>): Promise<T> {
  return withTemporaryStack(
    { prefix: 'jobly-fuzz-', parts: ['monolith', 'micro'], env: settings, signal },
    async ({ stack }) => {
      const { monolith, micro, postgres } = stack;
      if (!monolith || !micro || !postgres) throw new Error('The stack came up without a part');
      const events = await settling(postgres.url);
      const died = deathOf(stack);
      // It may happen while nobody waits for an answer.
      died.catch(() => {});
      try {
        return await use({
          monolith: new URL(monolith.url),
          micro: new URL(micro.url),
          settle: events.settle,
          died,
        });
      } finally {
        await events.close();
      }
    },
  );
}

async function deathOf({ failed }: Stack): Promise<never> {
  const { name, signal, code } = await failed;
  throw new StartError(`${name} has ended during the fuzzing (${signal ?? `exit code ${code}`}).`);
}
