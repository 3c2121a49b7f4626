import { seededRandom } from '@jobly/lab/instrument';
import { allWorkloads, countPerRequest, type Session, type Target } from '@jobly/lab/system-under-test';
import { now } from '../recorder/clock';
import type { Sent } from './operations';
import { operationOf } from './operation-of';

/** The requests of each operation: those before it is looked at, and those that count. */
export interface Amounts {
  readonly warmUp: number;
  readonly requests: number;
}

/** Sends requests to every public operation, one at a time; each operation has come to rest before the next begins. */
export async function sendAll(
  { origin, endpoints = [] }: Target,
  session: Session,
  label: string,
  { warmUp, requests: amount }: Amounts,
  signal: AbortSignal,
): Promise<Sent[]> {
  const [first, ...others] = endpoints;
  if (!first) throw new Error('The lab does not know the processes of a stack that it has started.');
  const sent: Sent[] = [];
  for (const workload of allWorkloads.filter(({ mix }) => !mix)) {
    signal.throwIfAborted();
    const order = { origin, session, label, count: warmUp + amount, random: seededRandom(1) };
    const { requests, clear } = await workload.prepare(order);
    const [request] = requests;
    if (!request) throw new Error(`The workload ${workload.name} has prepared no request.`);
    const from = now();
    const { calls } = await countPerRequest({ processes: [first, ...others], requests, warmUp });
    const during = { requests: amount, from, to: now(), counted: calls };
    sent.push({ title: workload.operation, operation: operationOf(request), ...during });
    await clear?.();
  }
  return sent;
}
