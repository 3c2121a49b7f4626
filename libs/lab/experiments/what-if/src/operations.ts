import { databaseTitle, eachOf, seededRandom, seedOf } from '@jobly/lab/instrument';
import type { Operation } from '@jobly/lab/results';
import type { Scene } from '@jobly/lab/runner';
import {
  allWorkloads,
  countPerRequest,
  idleBetween,
  logInAs,
  mix,
  removeAll,
  signUpAll,
  type Session,
  takeInventory,
  type Target,
  type Workload,
  workForRequests,
} from '@jobly/lab/system-under-test';

const COUNTED = 40;
const WARM_UP = 20;

/** Counts, of every operation of the mix, its round trips inside the stack and the parts that work for it. */
export async function countOperations(
  { stacks, run, seed }: Scene,
  target: Target,
  label: string,
): Promise<Operation[]> {
  const { origin } = target;
  const name = `${run.id}${label}`;
  const accounts = await signUpAll(origin, name, 2);
  const session = {
    ...(await takeInventory(origin, stacks.data)),
    accounts,
    admin: await logInAs(origin, stacks.admin),
  };
  try {
    const counted: Operation[] = [];
    for (const [index, workload] of allWorkloads.filter(({ operation }) => operation in mix.mix!).entries()) {
      counted.push(await countOne(target, workload, session, `${name}${index}`, seed));
    }
    return counted;
  } finally {
    await removeAll(origin, accounts);
  }
}

async function countOne(
  target: Target,
  workload: Workload,
  session: Session,
  label: string,
  seed: number,
): Promise<Operation> {
  const { origin } = target;
  const [first, ...behind] = target.endpoints!;
  const random = seededRandom(seedOf(seed, label));
  const { requests, clear } = await workload.prepare({ origin, session, count: COUNTED + WARM_UP, random, label });
  const before = await workForRequests(target);
  const { calls, statements } = await countPerRequest({ processes: [first!, ...behind], requests, warmUp: WARM_UP });
  const idle = idleBetween(before, await workForRequests(target));
  await clear?.();
  return {
    operation: workload.operation,
    kind: requests[0]!.method === 'GET' ? 'reads' : 'writes',
    share: shareOf(workload),
    roundTrips: calls + statements,
    needs: partsOf(target)
      .map(({ name }) => name)
      .filter((name) => !idle.has(name)),
  };
}

/** Of all operations of the mix that read, or of all that write. */
function shareOf({ operation }: Workload): number {
  const isRead = (one: string) => one.startsWith('GET ');
  const alike = Object.entries(mix.mix!).filter(([one]) => isRead(one) === isRead(operation));
  return mix.mix![operation]! / alike.reduce((sum, [, share]) => sum + share, 0);
}

/** The processes of a stack and its databases, under the names by which their CPU is reported. */
export const partsOf = ({ processes }: Target): { name: string; kind: 'process' | 'database' }[] => [
  ...eachOf(processes!).map(({ name }) => ({ name, kind: 'process' as const })),
  ...processes!.postgres!.databases.map((name) => ({ name: databaseTitle(name), kind: 'database' as const })),
];
