import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import pc from 'picocolors';
import { hasChanges } from './place.mjs';
import { tryOut } from './try.mjs';

const MORE = `
The last commit is cloned into a temporary folder for each trial; \`npm ci\` and \`npm start\` are typed there, both stacks
are asked at the addresses that were printed, Ctrl-C ends them, and nothing may be left running. A trial takes one to
three minutes. What is tried stands in tools/newcomer/trials.mjs.

Exit code 0: everything held (or was skipped); 1: something did not; 2: wrong arguments.`;

/** `npm run newcomer`: do the commands of the README work for somebody whose machine is set up differently? */
const program = new Command('npm run newcomer --')
  .description('Tries what a newcomer types, on a fresh clone, with the settings that people have on their machines.')
  .option('--only <names>', 'only these trials, separated by commas')
  .option('--quick', 'only the trials that are cheap and telling')
  .option('--compare', 'also type `npm run compare -- --quick` in each, which takes three minutes more')
  .option('--keep', 'leave the folders where they are')
  .option('--list', 'say which trials there are')
  .option('--from <repository>', 'what is cloned', join(import.meta.dirname, '../..'))
  .option('--trials <file>', 'a module that exports `trials`', join(import.meta.dirname, 'trials.mjs'))
  .option('--json', 'print the outcome as JSON; what is going on is told on stderr')
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .addHelpText('after', MORE);
const { only, quick, compare, keep, list, json, trials: file, from } = program.parse().opts();
const { trials } = await import(pathToFileURL(resolve(file)));

const names = only?.split(',');
const unknown = names?.find((name) => !trials.some((trial) => trial.name === name));
if (unknown !== undefined) program.error(`There is no trial "${unknown}"; --list says which there are.`);
const chosen = trials.filter((trial) => (!names || names.includes(trial.name)) && (!quick || trial.quick));

const colours = pc.createColors(json ? false : pc.isColorSupported);
const say = (line) => (json ? process.stderr : process.stdout).write(`${line}\n`);
const tell = {
  begin: ({ name, why }) => say(`\n${colours.bold(name)}: ${why}`),
  skip: (reason) => say(`  ${colours.yellow('–')} skipped: ${reason}`),
  step: ({ typed, seconds, failure }) =>
    say(
      failure
        ? `  ${colours.red('✗')} ${typed} ${colours.dim(`${seconds} s`)}\n    ${failure}`
        : `  ${colours.green('✓')} ${typed} ${colours.dim(`${seconds} s`)}`,
    ),
  kept: (path) => say(`  kept: ${path}`),
};

if (list) {
  for (const { name, why, quick: cheap } of chosen)
    console.log(`${name.padEnd(16)}${cheap ? 'quick  ' : '       '}${why}`);
} else {
  if (hasChanges(from)) say('What is not committed is not tried.');
  const outcomes = [];
  for (const trial of chosen) outcomes.push(await tryOut(trial, { from, keep, compare, tell }));
  const count = (outcome) => outcomes.filter((trial) => trial.outcome === outcome).length;
  say(`\n${count('held')} held, ${count('failed')} failed, ${count('skipped')} skipped`);
  if (json) console.log(JSON.stringify(outcomes));
  process.exitCode = count('failed') === 0 ? 0 : 1;
}
