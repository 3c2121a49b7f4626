import { Failure, messageOf } from '@jobly/lab/instrument';
import { StartError } from '@jobly/contracts';
import type { LectureSection } from '@jobly/lab/report';
import type { Results } from '@jobly/lab/results';
import { Interrupted } from '@jobly/lab/runner';
import { exitCodeOf, FAILED, INTERRUPTED } from '../exit-codes';
import { agendaOf, progressOf } from './agenda';
import { commandOf, type Lesson, type Measuring } from './lessons';

export interface Lecture {
  lessons: readonly Lesson[];
  signal: AbortSignal;
  /** Runs an experiment, and keeps what it found. It also ends when the signal is aborted. */
  measure: (measuring: Measuring) => Promise<Results>;
  /** The committed run of an experiment, if one is kept. */
  keptOf: (experiment: string) => Promise<Results | undefined>;
  /** Writes the page as it is by now: once before anything is measured, and after each experiment. */
  publish: (sections: readonly LectureSection[]) => Promise<void>;
  say: (line: string) => void;
}

const NOT_REACHED = 'Missing: the lecture ended before it was measured.';
const LEFT_OUT = 'The lecture leaves it out: its page says what to run.';

/**
 * Measures what the lessons name, one experiment after the other. One that fails does not end the others.
 * @returns the exit code: 130 if it was interrupted, else 1 if one failed, else 3 if one does not count, else 0
 * @throws Failure if the page cannot be written
 */
export async function giveLecture(lecture: Lecture): Promise<number> {
  const { lessons, signal, publish, say } = lecture;
  const agenda = agendaOf(lessons);
  const found = new Map<string, Results | string>();
  const publishAll = async () => publish(await sectionsOf(lecture, found));

  await publishAll();
  for (const [index, measuring] of agenda.entries()) {
    if (signal.aborted) break;
    say(progressOf(agenda, index));
    found.set(commandOf(measuring), await measured(lecture, measuring));
    await publishAll();
  }
  if (signal.aborted) return INTERRUPTED;
  const codes = [...found.values()].map((one) => (typeof one === 'string' ? FAILED : exitCodeOf(one)));
  return codes.includes(FAILED) ? FAILED : Math.max(0, ...codes);
}

async function measured({ measure, say }: Lecture, measuring: Measuring): Promise<Results | string> {
  try {
    return await measure(measuring);
  } catch (error) {
    if (error instanceof Interrupted) return 'Missing: it was interrupted before anything could be kept.';
    say(error instanceof Failure || error instanceof StartError ? error.message : String((error as Error).stack));
    return `Failed: ${messageOf(error)}`;
  }
}

const sectionsOf = ({ lessons, keptOf }: Lecture, found: ReadonlyMap<string, Results | string>) =>
  Promise.all(
    lessons.map(async ({ name, claim, measuring }): Promise<LectureSection> => ({
      name,
      claim,
      command: measuring ? commandOf(measuring) : `docs/lessons/${name}.md`,
      here: measuring ? (found.get(commandOf(measuring)) ?? NOT_REACHED) : LEFT_OUT,
      kept: measuring && (await keptOf(measuring.experiment)),
      evidence: measuring?.evidence,
    })),
  );
