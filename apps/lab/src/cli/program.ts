import { createProgress, Failure, serveBlocks, serveDelays } from '@jobly/lab/instrument';
import { announceMeasurement, bypassProxies, canonicalBody } from '@jobly/lab/system-under-test';
import { Command } from 'commander';
import { experiments } from '../experiments';
import { answerCommand } from './answer-command';
import { baselineCommand } from './baseline-command';
import { CALIBRATE, calibrate } from './calibrate';
import { experimentCommand } from './experiment-command';
import { lectureCommand } from './lecture-command';
import { listCommand, listOfExperiments } from './list-command';
import { reportCommand } from './report-command';

/** The command line: one command per experiment; without a command, a list of them. */
export function createProgram(): Command {
  const names = [...experiments, CALIBRATE].map(({ name }) => name);
  const program = new Command('npm run lab --')
    .description('Measures what splitting Jobly into services costs.')
    .allowExcessArguments()
    // A proxy of the environment would be measured along with the stacks, if it reached them at all.
    .hook('preAction', (_program, command) => {
      const { monolith, micro } = command.opts<Partial<Record<'monolith' | 'micro', string>>>();
      bypassProxies([monolith, micro].filter((url) => url !== undefined));
    })
    .action((_options, { args: [unknown] }: Command) => {
      if (unknown !== undefined)
        throw new Failure(`There is no experiment "${unknown}"; there are ${names.join(', ')}.`);
      console.log(listOfExperiments());
    });
  program.commandsGroup('Experiments:');
  for (const experiment of experiments) program.addCommand(experimentCommand(experiment));
  program.addCommand(calibrateCommand());
  program.addCommand(lectureCommand());
  program.addCommand(listCommand());
  program.commandsGroup('Results:');
  program.addCommand(reportCommand());
  program.addCommand(answerCommand());
  program.addCommand(baselineCommand());
  for (const [name, serve] of processes()) program.command(name, { hidden: true }).action(serve);
  return program;
}

/** The programs that the lab starts in separate processes: the instrument's, and those of the experiments. */
const processes = (): ReadonlyMap<string, () => void> =>
  new Map<string, () => void>([
    ['generator', () => serveBlocks(canonicalBody)],
    ['delay-server', serveDelays],
    ...experiments.flatMap((experiment) => Object.entries(experiment.processes ?? {})),
  ]);

function calibrateCommand(): Command {
  return new Command(CALIBRATE.name).description(CALIBRATE.question).action(async () => {
    const withdraw = announceMeasurement(CALIBRATE.name);
    process.exitCode = (await calibrate(createProgress(process.stderr)).finally(withdraw)) ? 0 : 1;
  });
}
