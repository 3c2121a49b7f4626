import { StartError } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import type { Replayed } from '@jobly/lab/system-under-test';
import { answersIn, type Deployment } from './answers-in';
import { type Break, breakOf } from './compatible';
import type { Staging } from './staging';

/**
 * All answers in a state.
 * @throws StartError if a process does not start in it, Failure if nobody answers
 */
export async function allAnswers(
  deployment: Deployment,
  done: ReadonlySet<string>,
  staging: Staging,
): Promise<Replayed[]> {
  const answers: Replayed[] = [];
  for await (const answer of answersIn(deployment, done, staging)) answers.push(answer);
  return answers;
}

/** The answers of the old and of the new version. */
export interface Versions {
  readonly before: readonly Replayed[];
  /** Fewer, if the new version as a whole does not answer everything. */
  readonly after: readonly Replayed[];
}

/** How a state of a deployment was seen: what breaks in it, if anything does. */
export interface Seen {
  readonly done: ReadonlySet<string>;
  readonly broken: Break | undefined;
}

/**
 * Whether an old client can live with a state of a deployment. One that breaks is started once more, because a machine
 * that is busy for a moment can break anything.
 */
export async function judge(
  deployment: Deployment,
  done: ReadonlySet<string>,
  versions: Versions,
  staging: Staging,
): Promise<Seen> {
  const attempt = () => firstBreak(deployment, done, versions, staging);
  return { done, broken: (await attempt()) && (await attempt()) };
}

async function firstBreak(
  deployment: Deployment,
  done: ReadonlySet<string>,
  { before, after }: Versions,
  staging: Staging,
): Promise<Break | undefined> {
  let index = 0;
  try {
    for await (const here of answersIn(deployment, done, staging)) {
      const broken = breakOf(here, before[index]!, after[index]);
      if (broken) return broken;
      index++;
    }
    return undefined;
  } catch (error) {
    staging.signal.throwIfAborted();
    if (!(error instanceof StartError || error instanceof Failure)) throw error;
    const request = before[index]?.request ?? '';
    return { request, at: 'no answer', before: 'an answer', here: error.message };
  }
}
