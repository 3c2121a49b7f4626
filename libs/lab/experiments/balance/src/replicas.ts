import type { StackProcesses } from '@jobly/lab/instrument';
import { type Preload, preloaded, type Replica, type Stacks, type Target } from '@jobly/lab/system-under-test';

/** The replicated part behind nginx, and the rest of the stack, which all replicas share. */
export interface Fleet {
  stack: 'monolith' | 'micro';
  /** The report's name for the setup. */
  configuration: string;
  /** The part that is replicated. */
  part: 'monolith' | 'gateway';
  /** Variables for each replica. */
  env: Record<string, string>;
}

/**
 * Three of them have as many connections together as a single monolith has by default, and as the services of the other
 * stack have.
 */
const A_THIRD_OF_THE_POOL = { MONOLITH_POOL: '5' };

export const fleets: readonly Fleet[] = [
  { stack: 'monolith', configuration: 'three monoliths', part: 'monolith', env: A_THIRD_OF_THE_POOL },
  { stack: 'micro', configuration: 'three gateways', part: 'gateway', env: {} },
];

/** One of several replicas. */
export interface NamedReplica extends Replica {
  title: string;
}

/** Starts replicas of a stack concurrently, each with its preload; resolves when all are ready. */
export async function startReplicas(
  stacks: Stacks,
  fleet: Fleet,
  preloads: readonly (Preload | undefined)[],
): Promise<NamedReplica[]> {
  const started = await Promise.all(preloads.map((preload, index) => startReplica(stacks, fleet, index + 1, preload)));
  await Promise.all(started.map(({ ready }) => ready));
  return started;
}

/** Starts one more replica, whose `ready` tells when it can serve. */
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

/** All processes that work when replicas of a stack answer, except for the one in front of them. */
export function processesOf({ processes }: Target, { part }: Fleet, replicas: readonly NamedReplica[]): StackProcesses {
  const { [part]: _, ...behind } = processes!.pids;
  return { ...processes, pids: { [`${part}s`]: replicas.map(({ pid }) => pid), ...behind } };
}
