/**
 * Imported first by every script that generates, builds or tests: if npm has not installed its packages, the process
 * ends with a sentence that says what to type. Such a script imports everything else with `await import()`, because
 * static imports are resolved before anything runs.
 */
import './pinned-node.mjs';
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const manifestIn = (directory) => JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'));
const { dependencies, devDependencies } = manifestIn(root);

/** The packages that are missing, or installed in another version. */
function missing() {
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  return wanted.flatMap(([name, version]) => (installed(name) === version ? [] : [`${name} ${version}`]));
}

function installed(name) {
  try {
    return manifestIn(`${root}/node_modules/${name}`).version;
  } catch {
    return undefined;
  }
}

function complaint() {
  if (root.includes(delimiter)) {
    return `The path ${root} contains "${delimiter}", which no search path can hold: move Jobly to another folder.`;
  }
  const [first, ...more] = missing();
  if (first) {
    const others = more.length > 0 ? ` and ${more.length} more packages are` : ' is';
    return `${first}${others} not installed: type "npm ci".`;
  }
  return undefined;
}

const found = complaint();
if (found) {
  console.error(found);
  process.exit(1);
}
