import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = mkdtempSync(join(tmpdir(), 'jobly-machine-'));
afterAll(() => rmSync(programs, { recursive: true }));

/** The description of a machine whose program gives this answer. */
function machineWith(program: string, answer: string): string {
  writeFileSync(join(programs, program), `#!/bin/sh\necho "${answer}"\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${programs}:${process.env['PATH']}` };
  return execFileSync(process.execPath, [join(import.meta.dirname, 'machine.mjs')], { encoding: 'utf8', env });
}

it.each(['nginx', 'docker'])('is another one with another %s, and else the same', (program) => {
  expect(machineWith(program, 'version 1')).toBe(machineWith(program, 'version 1'));
  expect(machineWith(program, 'version 1')).not.toBe(machineWith(program, 'version 2'));
});
