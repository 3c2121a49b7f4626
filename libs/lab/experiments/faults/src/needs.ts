import { Failure } from '@jobly/lab/instrument';
import { exchange } from '@jobly/lab/system-under-test';
import { asked } from './operations';
import type { People } from './people';

/** The parts that each operation needs, by its name. */
export type Needs = ReadonlyMap<string, ReadonlySet<string>>;

/** A part, and how often it was reached so far. */
interface Counted {
  name: string;
  relay: { readonly attempts: number };
}

/** Often enough that what a process asks of a part by itself, an outbox for instance, is less. */
const TIMES = 8;

/**
 * What each operation is seen to need while all is well: the parts that every request to it reaches. Requests are sent one
 * at a time, the first of which may open connections and fetch keys, and does not count.
 * @throws Failure for an answer that is not the expected one
 */
export async function needsSeen(origin: string, parts: readonly Counted[], people: People): Promise<Needs> {
  const needs = new Map<string, ReadonlySet<string>>();
  for (const { name, request } of asked) {
    const { expect, ...question } = request(people);
    const send = async () => {
      const { status } = await exchange(origin, question);
      if (status !== expect) throw new Failure(`${origin} answers ${status} to ${name} while all is well.`);
    };
    await send();
    const before = parts.map(({ relay }) => relay.attempts);
    for (let time = 0; time < TIMES; time++) await send();
    const reached = parts.filter(({ relay }, index) => relay.attempts - before[index]! >= TIMES);
    needs.set(name, new Set(reached.map((part) => part.name)));
  }
  return needs;
}
