import { Failure, type Generator, type Link, type Links, type LoadRequest, merged } from '@jobly/lab/instrument';
import { JITTER } from './plan';
import { midmean } from './statistics';

/** Everything that a block needs but its requests. */
export interface Field {
  links: Links;
  generator: Generator;
  signal: AbortSignal;
}

/** What a block at some distance shows, in ms. */
export interface Seen {
  /** What the links added to each round trip over them, as they have measured it during the block. */
  roundTripMs: number;
  responseMs: number;
}

const TIMEOUT_MS = 10_000;

/** The median response time of requests that are sent one at a time, each when the last has been answered. */
export async function responseOf(
  origin: string,
  requests: readonly LoadRequest[],
  { generator, signal }: Pick<Field, 'generator' | 'signal'>,
): Promise<number> {
  const closed = { loop: 'closed', connections: 1, repeat: false, leadInMs: 0, durationMs: 120_000 } as const;
  const block = { ...closed, origin, timeoutMs: TIMEOUT_MS, requests: [...requests] };
  const { result } = await generator.run(block, signal);
  const [failure] = Object.keys(result.failures);
  const response = merged([result.service]).percentile(50);
  if (failure !== undefined || response === null) {
    const { method, path } = requests[0]!;
    throw new Failure(`${origin} does not answer ${method} ${path} as expected: ${failure ?? 'too few answers'}.`);
  }
  return response;
}

/** The same while the other ends of these links are so far away, each way (ms). */
export async function responseAt(
  origin: string,
  requests: readonly LoadRequest[],
  delayMs: number,
  far: readonly Link[],
  field: Field,
): Promise<Seen> {
  const { links } = field;
  if (delayMs > 0) await links.behave(far, { kind: 'distant', delayMs, jitterMs: JITTER * delayMs });
  await links.crossings();
  const responseMs = await responseOf(origin, requests, field);
  const crossings = await links.crossings();
  if (delayMs > 0) await links.behave(far, { kind: 'passing' });
  const held = far.flatMap(({ index }) => crossings[index]!.map(({ taken, delivered }) => delivered - taken));
  if (held.length === 0) throw new Failure(`Nothing has crossed the network within ${origin}.`);
  return { roundTripMs: 2 * midmean(held), responseMs };
}
