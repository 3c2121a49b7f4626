import { readFileSync, writeFileSync } from 'node:fs';
import { architectureOf, workspaceAt } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { Command } from 'commander';
import { drawnInto } from './document';
import { mermaid } from './mermaid';

const DOCUMENT = 'README.md';

const { check } = new Command('npm run architecture --')
  .description(`Draws both architectures from the code into ${DOCUMENT}.`)
  .option('--check', `only says whether ${DOCUMENT} is up to date, with exit code 0 or 1`, false)
  .parse()
  .opts<{ check: boolean }>();

try {
  const before = readFileSync(DOCUMENT, 'utf8');
  const after = drawnInto(before, (topology) => mermaid(architectureOf(workspaceAt('.'), topology)));
  if (after === before) {
    console.log(`${DOCUMENT} shows what the code says.`);
  } else if (check) {
    console.error(`${DOCUMENT} does not show what the code says; "npm run architecture" draws it anew.`);
    process.exitCode = 1;
  } else {
    writeFileSync(DOCUMENT, after);
    console.log(`Drew the architectures into ${DOCUMENT}.`);
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
