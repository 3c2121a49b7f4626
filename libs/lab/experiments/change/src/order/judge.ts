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
 * Judges states of a deployment: whether an old client can live with them. A break that no other state has shown is
 * looked for once more, because a machine that is busy for a moment can break anything.
 */
export function judgeOf(
  deployment: Deployment,
  versions: Versions,
  staging: Staging,
): (done: ReadonlySet<string>) => Promise<Seen> {
  const seenTwice = new Set<string>();
  return async (done) => {
    const attempt = () => firstBreak(deployment, done, versions, staging);
    const first = await attempt();
    if (!first || seenTwice.has(JSON.stringify(first))) return { done, broken: first };
    const broken = await attempt();
    if (broken) seenTwice.add(JSON.stringify(broken));
    return { done, broken };
  };
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
    return { request, at: 'no answer', before: 'an answer', here: withoutLog(error.message) };
  }
}

/** The log of the process is gone by the time somebody reads the sentence. */
const withoutLog = (sentence: string) => sentence.replace(/[.;] its log is .*$/i, '.');
