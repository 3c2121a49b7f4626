import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const directories: string[] = [];

/** An environment in which only these programs exist, each a shell script. */
export function environmentWith(programs: Record<string, string>): NodeJS.ProcessEnv {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-programs-'));
  directories.push(directory);
  for (const [name, script] of Object.entries(programs)) {
    const file = join(directory, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }
  return { PATH: directory };
}

/** Removes the programs of all tests so far. */
export const removePrograms = () =>
  directories.splice(0).forEach((directory) => rmSync(directory, { recursive: true }));
