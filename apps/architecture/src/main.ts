import { writeFileSync } from 'node:fs';
import { architectureOf, drawingOf, topologiesIn, type Workspace, workspaceAt } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { Command } from 'commander';
import { documentsIn } from './documents';

const { check, json } = new Command('npm run architecture --')
  .description('Draws both architectures into README.md and writes docs/difference.md, from the code.')
  .option('--check', 'only says whether both are up to date, with exit code 0 or 1', false)
  .option('--json', 'only prints the boxes and arrows of every topology, by its name', false)
  .parse()
  .opts<{ check: boolean; json: boolean }>();

try {
  const workspace = workspaceAt('.');
  if (json) printDrawings(workspace);
  else await writeDocuments(workspace);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function printDrawings(workspace: Workspace): void {
  const drawings = topologiesIn(workspace).map((name) => [name, drawingOf(architectureOf(workspace, name))]);
  console.log(JSON.stringify(Object.fromEntries(drawings)));
}

async function writeDocuments(workspace: Workspace): Promise<void> {
  for (const { path, before, after } of await documentsIn(workspace)) {
    if (after === before) {
      console.log(`${path} shows what the code says.`);
    } else if (check) {
      console.error(`${path} does not show what the code says; "npm run architecture" writes it anew.`);
      process.exitCode = 1;
    } else {
      writeFileSync(path, after);
      console.log(`Wrote ${path} anew from the code.`);
    }
  }
}
