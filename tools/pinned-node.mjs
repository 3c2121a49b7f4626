/**
 * Imported first: switches to the Node.js that npm has installed if the running one is too old. npm 10 does not link a
 * program that two packages provide, even if only one of them is for this machine, and bin-links=false prevents all
 * links. So this module links it, for later commands.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 24;
const name = `node-${process.platform}-${process.arch}`;
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const pinned = join(modules, name, 'bin/node');

if (Number.parseInt(process.versions.node) < OLDEST) {
  if (existsSync(pinned)) {
    link(join(modules, '.bin/node'));
    const { status } = spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' });
    process.exit(status ?? 1);
  }
  console.error(
    `Node.js ${process.versions.node} is too old, and the package ${name} is not there, which has a newer one: ` +
      `type "npm ci", or install Node.js ${OLDEST}.`,
  );
  process.exit(1);
}

function link(path) {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    rmSync(path, { force: true });
    symlinkSync(join('..', name, 'bin/node'), path);
  } catch {
    // If nothing can be written, the next command gets here by itself.
  }
}
