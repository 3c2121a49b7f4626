import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure, messageOf } from '@jobly/lab/instrument';
import { PAGE, picturesOf, renderReport, supplementTable } from '@jobly/lab/report';
import { resultsFileAt, tablesBetween } from '@jobly/lab/results';
import { Command } from 'commander';
import { readRun } from './stored-run';

/** `report`: the page of a run once more, or one page of several runs. */
export function reportCommand(): Command {
  return new Command('report')
    .description(
      'Renders results again, or puts several runs side by side on one page; of two, also says what the machine explains',
    )
    .argument('<results...>', 'results.json files, or directories that have one')
    .option('--out <file>', `where the page goes; otherwise ${PAGE} beside the results, or here if there are several`)
    .option('--svg <directory>', 'also every chart of one run as a picture of its own, for a README')
    .action(writeReport);
}

async function writeReport(paths: string[], { out, svg }: { out?: string; svg?: string }): Promise<void> {
  if (svg !== undefined && paths.length > 1) throw new Failure('--svg draws one run: give one.');
  const files = await Promise.all(paths.map(resultsFileAt));
  const runs = await Promise.all(files.map(readRun));
  for (const table of tablesBetween(runs)) console.log(`${supplementTable(table)}\n`);
  await write(out ?? (files.length === 1 ? join(dirname(files[0]!), PAGE) : PAGE), renderReport(runs));
  if (svg === undefined) return;
  for (const picture of picturesOf(runs[0]!)) await write(join(svg, `${picture.name}.svg`), picture.svg);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${messageOf(error)}.`);
  }
  console.log(`Written: ${file}`);
}
