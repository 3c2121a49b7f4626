import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armAt, openSessions, type Run } from '@jobly/lab/runner';
import { preloaded, type Stacks, startStacks, startTwin, type Target } from '@jobly/lab/system-under-test';
import { edgesSeen, type SeenEdge } from './edges';
import { readNotes } from './notes';
import { type OperationRecording, recordingOf } from './operations';
import { type Amounts, sendAll } from './send';

/** What the processes of a topology were seen to do. */
export interface Recording {
  readonly topology: string;
  readonly operations: readonly OperationRecording[];
  readonly edges: readonly SeenEdge[];
}

export interface Surroundings {
  run: Run;
  signal: AbortSignal;
  progress: { step(what: string): void };
}

const COUNTED: Amounts = { warmUp: 5, requests: 5 };
const ONCE: Amounts = { warmUp: 0, requests: 1 };

/** The modes of authentication in which the services ask each other what they do not ask in the usual one. */
export const OTHER_MODES = ['introspect', 'gateway'];

/** Starts both stacks, sends requests to every operation, and records what the processes do for them. */
export async function recordStacks(surroundings: Surroundings): Promise<Recording[]> {
  const directory = await mkdtemp(join(tmpdir(), 'jobly-recording-'));
  const env = { ...preloaded('recorded'), LAB_RECORDING: directory };
  surroundings.progress.step('Starting stacks that note what they do');
  try {
    const stacks = await startStacks(surroundings.signal, { env });
    try {
      const [monolith, micro] = [
        await recorded('monolith', stacks, directory, surroundings),
        await recorded('micro', stacks, directory, surroundings),
      ];
      const others: SeenEdge[] = [];
      for (const mode of OTHER_MODES) others.push(...(await edgesIn(mode, stacks, env, surroundings)));
      return [monolith, { ...micro, edges: [...micro.edges, ...others] }];
    } finally {
      await stacks.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function recorded(
  topology: 'monolith' | 'micro',
  stacks: Stacks,
  directory: string,
  { run, signal, progress }: Surroundings,
): Promise<Recording> {
  progress.step(`Recording what ${topology} does`);
  const sent = await sendTo(stacks[topology], stacks, `${run.id}-r`, COUNTED, signal);
  const notes = readNotes(directory, stacks[topology]);
  return { topology, operations: sent.map((one) => recordingOf(one, notes)), edges: edgesSeen(notes) };
}

/** What the microservices ask of each other in another mode of authentication. */
async function edgesIn(
  mode: string,
  stacks: Stacks,
  env: { LAB_RECORDING: string },
  { run, signal, progress }: Surroundings,
): Promise<SeenEdge[]> {
  progress.step(`Recording what micro asks with AUTH_MODE=${mode}`);
  const { target, stop } = await startTwin('micro', stacks.postgres!, signal, { ...env, AUTH_MODE: mode });
  try {
    await sendTo(target, stacks, `${run.id}-${mode[0]}`, ONCE, signal);
    return edgesSeen(readNotes(env.LAB_RECORDING, target));
  } finally {
    await stop();
  }
}

async function sendTo(target: Target, stacks: Stacks, label: string, amounts: Amounts, signal: AbortSignal) {
  const sessions = await openSessions(stacks, [armAt(target, target.origin)], label);
  try {
    return await sendAll(target, sessions.at(target.origin), label, amounts, signal);
  } finally {
    await sessions.close();
  }
}
