import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@jobly/lab/instrument';
import { metricTotal, type Variant } from '@jobly/lab/system-under-test';

/** Ample: an audit compares the records of a million jobs, too, a thousand at a time. */
const AT_MOST_MS = 10 * 60_000;

const ASKED_EVERY_MS = 100;

/** The processes that keep copies of another's records. */
const READERS = ['companies service', 'jobs service'];

/**
 * Waits until each service has compared its copies with their owner's records: before that it asks the owner for
 * everything, and `replica` would be measured as `call`.
 * @throws Failure if one has not after this time (ms)
 */
export async function copiesVerified(
  { endpoints = [] }: Pick<Variant['target'], 'endpoints'>,
  signal: AbortSignal,
  atMostMs = AT_MOST_MS,
): Promise<void> {
  const until = performance.now() + atMostMs;
  for (const name of READERS) {
    const reader = endpoints.find((endpoint) => endpoint.name === name);
    if (!reader) throw new Failure(`There is no ${name} in this stack, whose copies could be verified.`);
    while ((await metricTotal([reader], 'read_model_audits_total')) === 0) {
      if (performance.now() > until) {
        throw new Failure(
          `The ${name} has not compared its copies with their owner's records after ${atMostMs / 1_000} s; ` +
            'choose a smaller size with --data, or start again when the machine is idle.',
        );
      }
      await delay(ASKED_EVERY_MS, undefined, { signal });
    }
  }
}
