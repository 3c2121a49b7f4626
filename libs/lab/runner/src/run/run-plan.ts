import { StartError } from '@jobly/contracts';
import { Failure, type Progress, startGenerator } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '@jobly/lab/results';
import type { PreparedBlock, ReadyTask } from '../plan/block-of';
import { createAnswerCheck } from './answer-check';
import type { Configuration } from '../experiment/case';
import { Interrupted } from './interruption';
import type { Stage, Task } from '../plan/plan';
import { runTasks, type TaskRunner } from './run-tasks';
import { settle, type Settled } from './settle';
import { type Parts, timeline } from './timeline';

export interface PlanRunner {
  /** The blocks of earlier launches, to which it appends. */
  blocks: MeasuredBlock[];
  /** On the clock of `performance.now()`. */
  began: number;
  blockOf: (task: ReadyTask) => Promise<PreparedBlock>;
  /** Of which launches and groups the plan is one. */
  parts: Parts;
  /** Moves all processes to the CPUs of the configuration. */
  arrange: (configuration: Configuration) => void;
  /** Whether a case is known precisely enough to need no more blocks. */
  isSettled: (name: string, measured: readonly MeasuredBlock[]) => boolean;
  signal: AbortSignal;
  progress: Progress;
}

/** The progress of a plan when it ended. */
export interface Ended {
  blocks: MeasuredBlock[];
  outcome: 'complete' | 'interrupted' | 'failed';
  /** The reason that it is not complete. */
  reason?: string;
}

/** The progress of a plan, and how its warm-up ended. */
export interface PlanEnded extends Ended {
  warmUps: Settled[];
}

/** Runs all stages, each after its warm-up. Once something is measured, an early end is an outcome and not an error. */
export async function runPlan(stages: readonly Stage[], runner: PlanRunner): Promise<PlanEnded> {
  const { blocks, began, parts, blockOf, arrange, isSettled, signal, progress } = runner;
  const generator = startGenerator();
  const planned = stages.flatMap(({ warmUp, windows, rounds }) => [...warmUp, ...windows, ...rounds.flat()]);
  const onTask = timeline(planned, parts, progress);
  const answers = createAnswerCheck();
  const tasks: TaskRunner = { generator, answers, blockOf, signal, onTask, began };
  const warmUps: Settled[] = [];
  try {
    progress.step('Warming up');
    for (const [index, { configuration, warmUp, windows, rounds }] of stages.entries()) {
      warmUps.push(...(await warmedUp(warmUp, windows, tasks)));
      if (index === 0) progress.step('Measuring');
      arrange(configuration);
      for (const round of rounds) {
        const wanted = round.filter((task) => !isSettled(task.case.name, blocks));
        await runTasks(wanted, blocks, tasks);
      }
    }
    return { blocks, outcome: 'complete', warmUps };
  } catch (error) {
    return { ...endedBy(signal.aborted ? signal.reason : error, blocks), warmUps };
  } finally {
    await generator.stop();
  }
}

async function warmedUp(warmUp: readonly Task[], windows: readonly Task[], tasks: TaskRunner): Promise<Settled[]> {
  const all: MeasuredBlock[] = [];
  const run = async (some: readonly Task[]) => {
    const run: MeasuredBlock[] = [];
    await runTasks(some, run, tasks);
    all.push(...run);
    return run;
  };
  await run(warmUp);
  const changes = await settle(windows, run);
  const targets = new Map([...warmUp, ...windows].map(({ arm }) => [arm.name, arm.origin]));
  const requestsTo = (name: string) =>
    all.filter(({ arm }) => targets.get(arm) === targets.get(name)).reduce((sum, { result }) => sum + result.sent, 0);
  return changes.map(({ arm, change }) => ({ arm, launch: windows[0]!.launch, requests: requestsTo(arm), change }));
}

/**
 * An early end that keeps the measurements.
 * @throws the reason itself if it is a bug, or came before there was anything to keep
 */
export function endedBy(reason: unknown, blocks: MeasuredBlock[]): Ended {
  if (blocks.length > 0) {
    if (reason instanceof Interrupted) return { blocks, outcome: 'interrupted', reason: reason.message };
    if (reason instanceof Failure || reason instanceof StartError)
      return { blocks, outcome: 'failed', reason: reason.message };
  }
  throw reason;
}
