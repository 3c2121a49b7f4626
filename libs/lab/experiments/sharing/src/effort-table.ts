import { readFileSync } from 'node:fs';
import type { WayOfSharing } from '@jobly/contracts';
import type { Table } from '@jobly/lab/results';

interface Effort {
  /** The files that it takes, beside those of every way. */
  files: readonly string[];
  /** What it keeps of other modules' data, and where. */
  keeps: string;
}

/** Views that are read by SQL of the way's own. */
const MODULE_TABLES = 'libs/data-sharing/src/module-tables.ts';

/** Views that ask through a port, whoever answers there. */
const BY_PORT = ['libs/jobs/src/views/by-port.ts', 'libs/companies/src/views/by-port.ts'];

const EFFORTS: Record<WayOfSharing, Effort> = {
  call: { files: [...BY_PORT, 'libs/data-sharing/src/ways/call.ts'], keeps: 'nothing' },
  join: { files: [MODULE_TABLES, 'libs/data-sharing/src/ways/join.ts'], keeps: 'nothing' },
  cached: {
    files: [
      ...BY_PORT,
      'libs/data-sharing/src/ways/cached.ts',
      'libs/data-sharing/src/believed.ts',
      'libs/data-sharing/src/counts.ts',
    ],
    keeps: 'answers, in the memory of each process: up to 8 MB of each kind',
  },
  replica: {
    files: [
      MODULE_TABLES,
      'libs/data-sharing/src/ways/replica.ts',
      'libs/data-sharing/src/replica/audit.ts',
      'libs/data-sharing/src/replica/copies.ts',
      'libs/data-sharing/src/replica/follower.ts',
      'libs/data-sharing/src/replica/metrics.ts',
      'libs/data-sharing/src/replica/owned-page.ts',
      'libs/data-sharing/src/replica/read-model.ts',
      'libs/data-sharing/src/replica/routes.ts',
      'libs/data-sharing/src/replica/shared-records.ts',
    ],
    keeps: 'every shared record, in a table of each service',
  },
};

/** The code that each way takes, and what it keeps. Runs at the root of the repository, as everything of the lab. */
export function effortTable(textOf = (file: string) => readFileSync(file, 'utf8')): Table {
  const ways = Object.entries(EFFORTS);
  return {
    name: 'effort',
    title: 'What each way takes',
    note: 'Lines of code without comments, counted in the files that a way needs beside the neighbours’ clients, which all services have; only replica needs further events (company-changed, job-changed), tables and triggers.',
    head: ['way', 'lines of code', 'files', 'keeps of others’ data'],
    rows: ways.map(([way, { files, keeps }]) => [
      way,
      String(files.reduce((sum, file) => sum + linesOfCode(textOf(file)), 0)),
      String(files.length),
      keeps,
    ]),
    keys: ways.map(([way]) => way),
  };
}

/** Lines that are neither blank nor a comment. */
const linesOfCode = (text: string) => text.split('\n').filter((line) => !/^\s*(\/\/|\/?\*|$)/.test(line)).length;
