import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, messageOf } from '@jobly/lab/instrument';
import { type LectureSection, renderLecture, RESULTS, usualDirectory } from '@jobly/lab/report';
import { onInterruption } from '@jobly/lab/runner';
import { Command } from 'commander';
import { experiments } from '../experiments';
import { agendaOf, chosenLessons, minutesOf } from '../lecture/agenda';
import { giveLecture } from '../lecture/give-lecture';
import { lessons, type Measuring } from '../lecture/lessons';
import { runAndPublish } from '../run-and-publish';
import { list } from './arguments';
import { SEEDED_ADMIN } from './seeded-admin';
import { readRun } from './stored-run';

/** The page of all claims, beside the directories of the runs. */
const PAGE = 'lecture.html';

const EXIT_CODES = `
Exit code: 0 everything measured and valid; 3 measured, but some figures do not count; 1 an experiment failed, the
others went on; 130 interrupted, and the page says what is missing.`;

/** `lecture`: the quick forms of all experiments that the lessons name, and one page of what they found. */
export function lectureCommand(): Command {
  return new Command('lecture')
    .description(
      `Measures the claims of docs/lessons one after the other, about ${minutesOf(agendaOf(lessons))} minutes, and puts them on one page beside the committed runs`,
    )
    .option('--only <names>', `some of ${lessons.map(({ name }) => name).join(', ')}`, list)
    .option('--out <directory>', `where ${PAGE} and all results go (default: a new one in lab-results)`)
    .addHelpText('after', EXIT_CODES)
    .action(async ({ only, out = usualDirectory('lecture', new Date()) }: { only?: string[]; out?: string }) => {
      const chosen = chosenLessons(lessons, only);
      const interruption = onInterruption();
      try {
        process.exitCode = await giveLecture({
          lessons: chosen,
          signal: interruption.signal,
          measure: (measuring) => measureInto(out, measuring),
          keptOf,
          publish: (sections) => writePage(out, sections),
          say: (line) => console.error(line),
        });
      } finally {
        interruption.release();
      }
      console.log(`All claims on one page: ${join(out, PAGE)}`);
    });
}

async function measureInto(directory: string, { experiment: name, flags, launches }: Measuring) {
  const experiment = experiments.find((one) => one.name === name)!;
  const out = join(directory, name);
  await runAndPublish(experiment, { quick: true, flags, launches, seed: 1, json: false, out, admin: SEEDED_ADMIN });
  return readRun(join(out, RESULTS));
}

/** The committed run, in a copy of the repository that has it. */
async function keptOf(experiment: string) {
  const file = join('docs/baseline', experiment, RESULTS);
  const isKept = await access(file).then(
    () => true,
    () => false,
  );
  return isKept ? readRun(file) : undefined;
}

/** Whatever happens meanwhile, there is a whole page: the one before, or the new one. */
async function writePage(directory: string, sections: readonly LectureSection[]): Promise<void> {
  const file = join(directory, PAGE);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(`${file}.new`, renderLecture(sections));
    await rename(`${file}.new`, file);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${messageOf(error)}. Name another directory with --out.`);
  }
}
