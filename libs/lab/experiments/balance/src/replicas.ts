import type { StackProcesses } from '@jobly/lab/instrument';
import { type Preload, preloaded, type Replica, type Stacks, type Target } from '@jobly/lab/system-under-test';

/** What stands behind nginx once for each replica, and what once for all of them. */
export interface Fleet {
  stack: 'monolith' | 'micro';
  /** What the report calls the surroundings. */
  configuration: string;
  /** The part that is replicated. */
  part: 'monolith' | 'gateway';
  /** Variables for each replica. */
  env: Record<string, string>;
}

/** Three of them have as many connections together as one has by default, and as the services of the other stack have. */
const A_THIRD_OF_THE_POOL = { MONOLITH_POOL: '5' };

export const fleets: readonly Fleet[] = [
  { stack: 'monolith', configuration: 'three monoliths', part: 'monolith', env: A_THIRD_OF_THE_POOL },
  { stack: 'micro', configuration: 'three gateways', part: 'gateway', env: {} },
];

/** One of several. */
export interface NamedReplica extends Replica {
  title: string;
}

/** Starts replicas of a stack at the same time, each with what is preloaded into it; resolves when all are ready. */
export async function startReplicas(
  stacks: Stacks,
  fleet: Fleet,
  preloads: readonly (Preload | undefined)[],
): Promise<NamedReplica[]> {
  const started = await Promise.all(preloads.map((preload, index) => startReplica(stacks, fleet, index + 1, preload)));
  await Promise.all(started.map(({ ready }) => ready));
  return started;
}

/** Starts one more, which tells by itself when it is ready. */
export async function startReplica(
  { replicate }: Stacks,
  { part, env }: Fleet,
  number: number,
  preload?: Preload,
): Promise<NamedReplica> {
  const replica = await replicate!(part, { ...env, ...(preload && preloaded(preload)) });
  return { ...replica, title: `${part} ${number}${preload ? ' (slow)' : ''}` };
}

/** Ends replicas before their stack does. */
export async function stopReplicas(replicas: readonly Replica[]): Promise<void> {
  for (const { kill } of replicas) kill('SIGTERM');
  await Promise.all(replicas.map(({ exited }) => exited));
}

/** ADDRESS:PORT, as nginx wants it. */
export const addressOf = ({ url }: { url: string }): string => new URL(url).host;

/** All processes that work when replicas of a stack answer, but for the one in front of them. */
export function processesOf({ processes }: Target, { part }: Fleet, replicas: readonly NamedReplica[]): StackProcesses {
  const { [part]: _, ...behind } = processes!.pids;
  return { ...processes, pids: { [`${part}s`]: replicas.map(({ pid }) => pid), ...behind } };
}
