/**
 * Reads paths from standard input, changes one after the other in the current workspace, and writes for each of them
 * the projects that `nx affected` selects, and the unit tests that have the file among their inputs. It is a separate
 * process, because Nx cannot be loaded inside Jest's sandbox; one process serves all files, because Nx takes a second
 * to start.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { json } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { getAffectedGraphNodes } from 'nx/src/command-line/affected/affected.js';
import { getTaskRawInputs } from 'nx/src/hasher/check-task-files.js';

const paths = await json(process.stdin);
const projectGraph = await createProjectGraphAsync({ exitOnError: true });

const inputs = new Map();
for (const project of Object.keys(projectGraph.nodes)) {
  const { files } = await getTaskRawInputs(`${project}:test`, { projectGraph });
  inputs.set(project, new Set(files));
}

async function outcomeOf(path) {
  const isNew = !existsSync(path);
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, '\n');
  const affected = await getAffectedGraphNodes({ base: 'HEAD' }, projectGraph);
  if (isNew) rmSync(path);
  else execFileSync('git', ['checkout', '--quiet', '--', path]);
  const tests = [...inputs].flatMap(([project, files]) => (files.has(path) ? project : []));
  return { path, affected: affected.map(({ name }) => name).sort(), tests: isNew ? undefined : tests.sort() };
}

const outcomes = [];
for (const path of paths) outcomes.push(await outcomeOf(path));
process.stdout.write(JSON.stringify(outcomes), () => process.exit());
