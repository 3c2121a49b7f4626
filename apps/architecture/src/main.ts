import { writeFileSync } from 'node:fs';
import { workspaceAt } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { Command } from 'commander';
import { documentsIn } from './documents';

const { check } = new Command('npm run architecture --')
  .description('Draws both architectures into README.md and writes docs/difference.md, from the code.')
  .option('--check', 'only says whether both are up to date, with exit code 0 or 1', false)
  .parse()
  .opts<{ check: boolean }>();

try {
  for (const { path, before, after } of await documentsIn(workspaceAt('.'))) {
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
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
