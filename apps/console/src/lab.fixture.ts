import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { madeUpResults } from '@jobly/lab/fixtures/results';
import type { Results } from '@jobly/lab/results';
import type { Express } from 'express';
import type { ListedExperiment } from '../api/experiments';
import { compose } from './compose';
import { fakeLauncher } from './launcher.fixture';

/** Names itself what the made-up results are of. */
const EXPERIMENT = madeUpResults().experiment;

const LISTED: readonly ListedExperiment[] = [EXPERIMENT, 'what-if', 'waits', 'fails'].map((name) => ({
  ...{ name, question: `What of ${name}?`, hypothesis: 'It is so.' },
  ...{ needsNginx: false, quickMinutes: null, picture: null },
}));

/** A lab that measures nothing: `waits` does so until it is stopped, `fails` fails, and all others end well. */
const PROGRAM = `
const [name, ...flags] = process.argv.slice(2);
if (name === 'list') console.log(${JSON.stringify(JSON.stringify(LISTED))});
else if (name === 'fails') { console.error('There is no nginx.'); process.exitCode = 1; }
else {
  process.on('SIGINT', () => process.exit(130));
  console.error('With ' + flags[0] + ' …');
  if (name === 'waits') setInterval(() => {}, 1_000);
}
`;

/** A workspace in which tests can put runs, and the console over it. */
export interface TestLab {
  app: Express;
  directory: string;
  announcements: string;
  /** Puts a run of made-up results below lab-results, or another place; returns them. */
  put: (path: string, changes?: Partial<Results>) => Results;
  write: (path: string, text: string) => void;
  remove: () => void;
}

export function testLab(): TestLab {
  const directory = mkdtempSync(join(tmpdir(), 'console-test-'));
  const announcements = join(directory, 'announcements');
  mkdirSync(announcements);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  write('lab.mjs', PROGRAM);
  const app = compose({ LOG_LEVEL: 'silent', CONSOLE_PORT: 0, SEED_PASSWORD: '' }, fakeLauncher([]).launcher, {
    results: join(directory, 'lab-results'),
    baseline: join(directory, 'baseline'),
    lessons: 'docs/lessons',
    lab: join(directory, 'lab.mjs'),
    announcements,
  });
  return {
    ...{ app, directory, announcements, write },
    put(path, changes) {
      const results = madeUpResults(changes);
      write(`${path}/results.json`, JSON.stringify(results));
      return results;
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}
