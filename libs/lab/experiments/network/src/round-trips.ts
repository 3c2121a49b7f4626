import { clock, Failure, type Links, type LoadRequest } from '@jobly/lab/instrument';
import { exchange } from '@jobly/lab/system-under-test';
import type { Apart } from './distance';
import type { Distant } from './distant';
import { inARow } from './hops';
import { median } from './statistics';

/** So long that whatever runs beside something else begins before that has crossed. */
const FAR: { kind: 'distant'; delayMs: number; jitterMs: number } = { kind: 'distant', delayMs: 10, jitterMs: 0 };

/**
 * The round trips that one request makes one after the other, as the links see them: the median over these requests, which
 * are sent one at a time.
 * @throws Failure for an answer that is not the expected one
 */
export async function roundTripsOf(
  requests: readonly LoadRequest[],
  { stack, target, links: byApart }: Distant,
  apart: Apart,
  links: Links,
): Promise<number> {
  const far = byApart[apart];
  const seen: number[] = [];
  await links.behave(far, FAR);
  for (const { expect, ...question } of requests) {
    await links.crossings();
    const begun = clock();
    const { status } = await exchange(target.origin, question);
    const ended = clock();
    if (status !== expect) throw new Failure(`${stack} answers ${status} to ${question.method} ${question.path}.`);
    const crossings = await links.crossings();
    // What a stack does by itself may be under way before a request, or after it.
    const during = far
      .flatMap(({ index }) => crossings[index]!)
      .filter(({ taken, delivered }) => begun <= taken && delivered <= ended);
    seen.push(inARow(during) / 2);
  }
  await links.behave(far, { kind: 'passing' });
  return median(seen);
}
