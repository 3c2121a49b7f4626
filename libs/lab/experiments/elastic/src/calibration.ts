import {
  dueTimes,
  Failure,
  type Generator,
  type LoadRequest,
  merged,
  seededRandom,
  seedOf,
} from '@jobly/lab/instrument';
import { failuresIn } from '@jobly/lab/results';
import type { Scene } from '@jobly/lab/runner';
import { requestsReceived } from '@jobly/lab/system-under-test';
import type { ElasticPart } from './fleet/parts';
import type { Fleet } from './fleet/start-fleet';
import { LIMIT_MS, type Plan } from './plan';

/** What one replica of a process can take. */
export interface Capacity {
  /** In requests/s to the stack. */
  capacity: number;
  /** For each request to the stack: the CPU time of the process (ms), and the requests that it receives. */
  cpuMs: number;
  received: number;
}

const CONNECTIONS = 16;
const WARM_UP = 1_500;

/** What is offered, in shares of the peak of a closed loop, until p99 is short enough. */
const SHARES = [0.85, 0.7, 0.55, 0.4, 0.3];

/**
 * Finds the highest load that a fleet of one replica each answers within the limit. It is the capacity of the process
 * that takes most CPU time for a request; all have the same limit, so another one's is higher as its CPU time is less.
 * @throws Failure if it keeps the limit at no load
 */
export async function calibrate(
  { seed, signal }: Scene,
  { origin, deployments }: Fleet,
  requests: readonly LoadRequest[],
  { calibrationMs }: Plan,
  generator: Generator,
): Promise<ReadonlyMap<ElasticPart, Capacity>> {
  const common = { origin, connections: CONNECTIONS, timeoutMs: 10_000 };
  const closed = async (limit: { durationMs: number; count?: number }) => {
    const block = { loop: 'closed', ...common, leadInMs: 0, repeat: true, ...limit } as const;
    return (await generator.run({ ...block, requests: [...requests] }, signal)).result;
  };
  const reading = async () =>
    new Map(
      await Promise.all(
        Array.from(deployments, async ([part, { cpuMs, ready }]) => {
          const { url } = ready()[0]!;
          return [part, { cpuMs: cpuMs(), received: await requestsReceived({ name: part, url }) }] as const;
        }),
      ),
    );
  await closed({ durationMs: 60_000, count: WARM_UP });
  const before = await reading();
  const { sent, answered, measuredMs } = await closed({ durationMs: calibrationMs });
  const after = await reading();
  const peak = (answered / measuredMs) * 1_000;

  const keepsLimit = async (rate: number) => {
    const random = seededRandom(seedOf(seed, 'calibration', Math.round(rate)));
    const due = dueTimes({ process: 'poisson', rate, durationMs: calibrationMs, leadInMs: 500 }, random);
    const mine = Array.from(due, (_, index) => requests[index % requests.length]!);
    const { result } = await generator.run({ loop: 'open', ...common, dueTimes: due, requests: mine }, signal);
    const { response, failures, dropped } = result;
    return failuresIn(failures) + dropped === 0 && merged([response]).valueAt(99) <= LIMIT_MS;
  };
  for (const share of SHARES) {
    if (!(await keepsLimit(share * peak))) continue;
    const perRequest = Array.from(after, ([part, { cpuMs, received }]) => {
      const at = before.get(part)!;
      return [part, { cpuMs: (cpuMs - at.cpuMs) / sent, received: (received - at.received) / sent }] as const;
    });
    const most = Math.max(...perRequest.map(([, { cpuMs }]) => cpuMs));
    return new Map(
      perRequest.map(([part, { cpuMs, received }]) => [
        part,
        { cpuMs, received, capacity: (share * peak * most) / cpuMs },
      ]),
    );
  }
  throw new Failure(
    `One replica of each process answers no load with a p99 within ${LIMIT_MS} ms; run it again when nothing else works on this machine.`,
  );
}
