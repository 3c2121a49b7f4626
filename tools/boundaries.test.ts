import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ANY = '@nx/enforce-module-boundaries: ';
const KIND = '@nx/enforce-module-boundaries: A project tagged with "type:';
const OWNER = '@nx/enforce-module-boundaries: A project tagged with "scope:';
const RUNTIME = '@nx/enforce-module-boundaries: A project tagged with "runtime:bun"';
const PATH = '@nx/enforce-module-boundaries: Projects cannot be imported by a relative or absolute path';
const NETWORK = 'no-restricted-imports: ';

/** A library of the lab, and the libraries that it must not import: those above it, beside it, or of the product. */
const forbiddenInTheLab: Record<string, string[]> = {
  'libs/lab/instrument/src/child.ts': ['lab/results', 'lab/system-under-test', 'lab/runner', 'contracts', 'stack'],
  'libs/lab/results/src/results.ts': ['lab/system-under-test', 'lab/runner', 'lab/report', 'contracts', 'stack'],
  'libs/lab/system-under-test/src/preload.ts': ['lab/results', 'lab/runner', 'lab/experiments/aa', 'http-kit'],
  'libs/lab/runner/src/run-experiment.ts': ['lab/report', 'lab/experiments/aa', 'stack', 'database'],
  'libs/lab/report/src/results-directory.ts': [
    'lab/system-under-test',
    'lab/runner',
    'lab/experiments/aa',
    'contracts',
  ],
  'libs/lab/experiments/cache/src/cache.ts': ['lab/report', 'lab/experiments/auth', 'stack', 'users'],
  'apps/lab/src/main.ts': ['stack', 'http-kit'],
};

const inTheLab = Object.entries(forbiddenInTheLab).flatMap(([filePath, libraries]) =>
  libraries.map((library): [string, string, string, string] => [
    `@jobly/${library}`,
    filePath,
    `import '@jobly/${library}';`,
    // By its tag; if the upper one already imports the lower one, Nx reports the cycle first.
    ANY,
  ]),
);

/** Illegal texts, their places, and the beginning of ESLint's message. */
const illegal: [what: string, filePath: string, text: string, refusal: string][] = [
  ['a module in a module', 'libs/users/src/users.ts', `import { createJobs } from '@jobly/jobs';`, KIND],
  ['a type of a module in a module', 'libs/jobs/src/jobs.ts', `import type { Users } from '@jobly/users';`, KIND],
  ['a module in a module, later', 'libs/jobs/src/jobs.ts', `await import('@jobly/companies');`, KIND],
  ['a module in a module, passed on', 'libs/jobs/src/index.ts', `export * from '@jobly/companies';`, KIND],
  ["a module's file in a module", 'libs/users/src/users.ts', `import '../../jobs/src/repository';`, PATH],
  [
    "a module's tables in a module",
    'libs/users/src/users.ts',
    `import { PrismaClient } from '@jobly/jobs/prisma';`,
    KIND,
  ],
  [
    'a client of services in a module',
    'libs/jobs/src/jobs.ts',
    `import { serviceClient } from '@jobly/service-clients';`,
    KIND,
  ],
  ['replicas in a module', 'libs/jobs/src/jobs.ts', `import { replicasAt } from '@jobly/replicas';`, KIND],
  ['axios in a module', 'libs/companies/src/companies.ts', `import axios from 'axios';`, NETWORK],
  ['undici in a module', 'libs/users/src/users.ts', `import { request } from 'undici';`, NETWORK],
  ['HTTP in a module', 'libs/jobs/src/jobs.ts', `import { get } from 'node:http';`, NETWORK],
  ['a module in a kit', 'libs/auth/src/guard.ts', `import { createUsers } from '@jobly/users';`, KIND],
  [
    'anything of ours in the contracts',
    'libs/contracts/src/jobs.ts',
    `import { likePattern } from '@jobly/database';`,
    ANY,
  ],
  ['an app in a module', 'libs/users/src/users.ts', `import '../../../apps/users-service/src/compose';`, PATH],
  [
    "an app's tables in a module",
    'libs/users/src/users.ts',
    `import '../../../apps/monolith/src/generated/prisma/client';`,
    PATH,
  ],
  ['an app in a kit', 'libs/http-kit/src/app.ts', `import '../../../apps/gateway/src/compose';`, PATH],
  ['an app in an app', 'apps/jobs-service/src/compose.ts', `import '../../users-service/src/compose';`, PATH],
  [
    "another service's module",
    'apps/jobs-service/src/compose.ts',
    `import { createUsers } from '@jobly/users';`,
    OWNER,
  ],
  ["another service's tables", 'apps/users-service/src/compose.ts', `import '@jobly/companies/prisma';`, OWNER],
  [
    'a network in the monolith',
    'apps/monolith/src/compose.ts',
    `import { serviceClient } from '@jobly/service-clients';`,
    OWNER,
  ],
  ['replicas in the monolith', 'apps/monolith/src/compose.ts', `import { replicasAt } from '@jobly/replicas';`, OWNER],
  ['an outbox in the monolith', 'apps/monolith/src/compose.ts', `import { createOutbox } from '@jobly/outbox';`, OWNER],
  ['a module in the gateway', 'apps/gateway/src/compose.ts', `import { userRoutes } from '@jobly/users';`, OWNER],
  ['a module in the lab', 'apps/lab/src/main.ts', `import { createUsers } from '@jobly/users';`, KIND],
  ...inTheLab,
  ['a module in the fuzzing', 'apps/fuzz/src/main.ts', `import { createJobs } from '@jobly/jobs';`, KIND],
  ['a module in the history checker', 'apps/history/src/main.ts', `import { createJobs } from '@jobly/jobs';`, KIND],
  ['a module in a console', 'apps/outbox-cli/src/main.ts', `import { createJobs } from '@jobly/jobs';`, KIND],
  [
    'a module in the reading of the architecture',
    'libs/architecture/src/architecture.ts',
    `import { createJobs } from '@jobly/jobs';`,
    KIND,
  ],
  [
    'a library in a service on another stack',
    'apps/companies-bun/src/compose.ts',
    `import '@jobly/companies';`,
    RUNTIME,
  ],
  [
    'the code of the contract in a service on another stack',
    'apps/companies-bun/src/compose.ts',
    `import { conflict } from '@jobly/contracts';`,
    RUNTIME,
  ],
  [
    'a type of the contract in a service on another stack',
    'apps/companies-bun/src/compose.ts',
    `import type { Company } from '@jobly/contracts';`,
    RUNTIME,
  ],
  [
    "a library's file in a service on another stack",
    'apps/companies-bun/src/compose.ts',
    `import '../../../libs/http-kit/src/errors';`,
    PATH,
  ],
  ['the stack in a server', 'apps/gateway/src/compose.ts', `import { startStack } from '@jobly/stack';`, KIND],
];

const legal: [filePath: string, text: string][] = [
  ['libs/users/src/users.ts', `import { operations } from '@jobly/contracts';`],
  ['libs/users/src/users.ts', `import { byForeignKey } from '@jobly/database';`],
  ['libs/auth/src/guard.ts', `import { createApp } from '@jobly/http-kit';`],
  ['apps/monolith/src/compose.ts', `import { createUsers } from '@jobly/users';`],
  ['apps/users-service/src/compose.ts', `import { createUsers } from '@jobly/users';`],
  ['apps/users-service/src/compose.ts', `import { serviceClient } from '@jobly/service-clients';`],
  ['libs/service-clients/src/undici-adapter.ts', `import { replicasAt } from '@jobly/replicas';`],
  ['apps/gateway/src/forward.ts', `import { replicasAt } from '@jobly/replicas';`],
  ['apps/gateway/src/forward.ts', `import { Pool } from 'undici';`],
  ['apps/outbox-cli/src/commands.ts', `import { listEvents } from '@jobly/outbox';`],
  ['apps/conformance/src/main.ts', `import { startStack } from '@jobly/stack';`],
  ['apps/fuzz/src/main.ts', `import { operations } from '@jobly/contracts';`],
  ['apps/history/src/main.ts', `import { startStack } from '@jobly/stack';`],
  ['apps/architecture/src/main.ts', `import { architectureOf } from '@jobly/architecture';`],
  ['apps/companies-bun/src/compose.ts', `import contract from './generated/contract.json';\nexport { contract };`],
  ['libs/lab/results/src/results.ts', `import { Failure } from '@jobly/lab/instrument';`],
  ['libs/lab/system-under-test/src/preload.ts', `import { startStack } from '@jobly/stack';`],
  ['libs/lab/runner/src/run-experiment.ts', `import { proveEquivalence } from '@jobly/lab/system-under-test';`],
  ['libs/lab/report/src/results-directory.ts', `import { results } from '@jobly/lab/results';`],
  ['libs/lab/experiments/cache/src/cache.ts', `import { casesOf } from '@jobly/lab/runner';`],
  ['libs/lab/experiments/complexity/src/complexity.ts', `import { workspaceAt } from '@jobly/architecture';`],
  ['apps/lab/src/main.ts', `import { cache } from '@jobly/lab/experiments/cache';`],
];

/** ESLint's messages for each text, in a single run. */
function lint(texts: { filePath: string; text: string }[]): string[][] {
  const program = join(import.meta.dirname, 'lint-texts.fixture.mjs');
  const output = execFileSync(process.execPath, [program], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, NODE_OPTIONS: '' },
    input: JSON.stringify(texts),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return JSON.parse(output.toString()) as string[][];
}

let verdicts: string[][];
beforeAll(() => {
  const texts = [
    ...illegal.map(([, filePath, text]) => ({ filePath, text })),
    ...legal.map(([filePath, text]) => ({ filePath, text })),
  ];
  verdicts = lint(texts);
}, 60_000);

describe('ESLint refuses', () => {
  it.each(illegal.map(([what, filePath, , refusal], at) => [what, filePath, refusal, at] as const))(
    '%s (%s)',
    (_what, _filePath, refusal, at) => {
      expect(verdicts[at]).toEqual([expect.stringContaining(refusal)]);
    },
  );
});

describe('ESLint accepts', () => {
  it.each(legal.map(([filePath, text], at) => [filePath, text, illegal.length + at] as const))(
    'in %s: %s',
    (_filePath, _text, at) => {
      expect(verdicts[at]).toEqual([]);
    },
  );
});
