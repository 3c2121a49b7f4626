import { Failure } from '@jobly/lab/instrument';
import { supplementTable } from '@jobly/lab/report';
import { described, FIELDS, resultsFileAt, valueOf, verdictOf } from '@jobly/lab/results';
import { whatIf } from '@jobly/lab/experiments/what-if';
import { Command, InvalidArgumentError } from 'commander';
import { readRun } from './stored-run';

/** Where the coefficients are kept that this version was measured with. */
const KEPT = 'docs/baseline/what-if';

/** `answer`: the calculator of what-if once more, at once, with the coefficients of a run. */
export function answerCommand(): Command {
  const command = new Command('answer')
    .description('Answers what-if for another load, from coefficients that a run has measured')
    .argument('[results]', 'of what-if: results.json, or a directory that has it', KEPT)
    .option('--json', 'in JSON on standard output', false);
  for (const field of FIELDS) {
    command.option(`--${field.flag} <value>`, described(field), (text: string) => {
      const value = valueOf(field, text);
      if (typeof value === 'number') return value;
      throw new InvalidArgumentError(`It ${value.wrong}.`);
    });
  }
  return command.action(answer);
}

async function answer(path: string, { json, ...given }: { json: boolean } & Record<string, unknown>): Promise<void> {
  const results = await readRun(await resultsFileAt(path));
  if (!results.sizing) {
    throw new Failure(`The run at ${path} has measured no coefficients: give one of npm run lab -- what-if.`);
  }
  const scenario = { ...results.sizing.scenario, ...(given as Record<string, number>) };
  const { verdict: said, tables = [] } = whatIf.conclude({ ...results, sizing: { ...results.sizing, scenario } });
  const { valid } = results;
  const verdict = valid ? said : `${verdictOf(results)} Were it valid, it would say: ${said}`;
  if (json) console.log(JSON.stringify({ scenario, valid, verdict, tables }));
  else console.log([verdict, ...tables.slice(0, 2).map(supplementTable)].join('\n\n'));
}
