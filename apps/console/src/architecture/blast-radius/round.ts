import { setTimeout as delay } from 'node:timers/promises';
import type { OperationName, Outcome } from '../../../api/architecture';
import { type Answer, ask } from './ask';
import { allChecks } from './checks';
import type { Records } from './records';

/** Between the requests of a round (ms). None waits for the one before, which may have to wait for its time limit. */
const APART_MS = 100;

/** The patience of a user, as in the experiment `faults` of the lab (ms). */
const SLOW_MS = 1_000;

/**
 * Tries every operation of one stack once.
 * @param tell hears each outcome as it comes
 */
export async function round(
  origin: string,
  records: Records | undefined,
  tell: (operation: OperationName, outcome: Outcome) => void,
): Promise<void> {
  await Promise.all(
    allChecks.map(async ({ name, ask: requestFor, well, answered }, index) => {
      if (!records) {
        tell(name, { is: 'fails', ms: 0, answer: 'not prepared' });
        return;
      }
      await delay(index * APART_MS);
      const answer = await ask(origin, requestFor(records));
      const outcome = outcomeOf(answer, well);
      if (outcome.is !== 'fails') answered?.(records, answer.body);
      tell(name, outcome);
    }),
  );
}

function outcomeOf({ answer, ms }: Answer, well: readonly number[]): Outcome {
  const isWell = typeof answer === 'number' && well.includes(answer);
  return { is: isWell ? (ms > SLOW_MS ? 'slow' : 'works') : 'fails', ms, answer };
}
