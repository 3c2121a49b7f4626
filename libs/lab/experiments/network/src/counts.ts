import { type Links, seededRandom } from '@jobly/lab/instrument';
import type { Scene } from '@jobly/lab/runner';
import { countPerRequest, type Workload } from '@jobly/lab/system-under-test';
import type { StackName } from './distant';
import { roundTripsOf } from './round-trips';
import type { Count } from './sample';
import type { Launch } from './stacks';

const STACKS: readonly StackName[] = ['monolith', 'micro'];

/** Requests of which each count is taken, after some that fetch keys and prepare statements. */
const COUNTED = 5;
const WARM_UP = 5;

/** What each operation makes at each stack, counted by the links and by the processes. */
export async function countsIn(
  { run, progress, signal }: Scene,
  launch: Launch,
  workloads: readonly Workload[],
  links: Links,
): Promise<Count[]> {
  const counts: Count[] = [];
  for (const workload of workloads) {
    for (const stack of STACKS) {
      signal.throwIfAborted();
      progress.step(`Counting the round trips of ${workload.operation} at ${stack}`);
      const far = launch.distant[stack];
      const { requests, clear } = await workload.prepare({
        origin: far.target.origin,
        session: launch.sessionAt(far.target),
        label: `${run.id}-c${stack[1]}`,
        count: WARM_UP + 3 * COUNTED,
        random: seededRandom(1),
      });
      const [first, ...others] = far.target.endpoints!;
      const part = (index: number) => requests.slice(WARM_UP + index * COUNTED, WARM_UP + (index + 1) * COUNTED);
      const { calls, statements } = await countPerRequest({
        processes: [first!, ...others],
        requests: requests.slice(0, WARM_UP + COUNTED),
        warmUp: WARM_UP,
      });
      const inARow = {
        services: stack === 'micro' ? await roundTripsOf(part(1), far, 'services', links) : 0,
        everything: await roundTripsOf(part(2), far, 'everything', links),
      };
      await clear?.();
      counts.push({ operation: workload.operation, stack, inARow, calls, statements });
    }
  }
  return counts;
}
