import { wrapped } from '@jobly/lab/results';
import { Command } from 'commander';
import type { Experiment } from '@jobly/lab/runner';
import { experiments } from '../experiments';
import { lessons } from '../lecture/lessons';
import { CALIBRATE } from './calibrate';

/** The columns of a terminal that is not very wide. */
const WIDTH = 100;

/** `list`: the experiments, for people and for programs. */
export function listCommand(): Command {
  return new Command('list')
    .description('Lists the experiments, as does npm run lab alone')
    .option('--json', 'with what is expected of each and how long it takes, in JSON', false)
    .action(({ json }: { json: boolean }) => {
      console.log(json ? JSON.stringify(experiments.map(described)) : listOfExperiments());
    });
}

/** One question each. */
export function listOfExperiments(): string {
  const all = [...experiments, CALIBRATE];
  const width = Math.max(...all.map(({ name }) => name.length)) + 2;
  const lines = all.flatMap(({ name, question }) =>
    wrapped(question, WIDTH - width - 2).map((line, index) => `  ${(index === 0 ? name : '').padEnd(width)}${line}`),
  );
  return ['Experiments:', ...lines, '', 'npm run lab -- EXPERIMENT --quick    or --help for more'].join('\n');
}

/** What the lecture knows of an experiment: how long its quick run takes (minutes), and which picture shows it best. */
function described(experiment: Experiment) {
  const { name, question, hypothesis } = experiment;
  const measured = lessons.flatMap(({ measuring }) => (measuring?.experiment === name ? [measuring] : []));
  const asQuick = measured.find(({ flags, launches }) => flags.length === 0 && launches === undefined);
  const [picture] = measured.flatMap(({ evidence }) => ('picture' in evidence ? [evidence.picture] : []));
  const needsNginx = experiment.stacks !== 'none' && experiment.nginx === true;
  return { name, question, hypothesis, needsNginx, quickMinutes: asQuick?.minutes ?? null, picture: picture ?? null };
}
