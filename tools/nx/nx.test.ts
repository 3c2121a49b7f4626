import { scratchWorkspace } from './scratch-workspace.fixture';

// Nx takes a second to start, and several on a busy machine.
import.meta.jest.setTimeout(120_000);

/** A project that this workspace does not have, which reads files in every possible way. */
const READER = 'libs/shelf/reader';
const reader = {
  [`${READER}/project.json`]: '{ "name": "reader" }',
  [`${READER}/src/reads.test.ts`]: `
    readFileSync(new URL('../../../../beside/by-url.txt', import.meta.url));
    readFileSync('beside/from-the-root.txt');
    readdirSync(join(import.meta.dirname, '../../../..', 'beside', 'folder'));
    for (const app of apps) readFileSync(\`beside/\${app}/of-each.txt\`);
    for (const app of apps) readdirSync(join(import.meta.dirname, '../../../../beside', app, 'inside'));
    for (const file of ['beside/listed.txt', 'beside/listed-too.txt']) readFileSync(file, 'utf8');
  `,
  'beside/by-url.txt': '',
  'beside/from-the-root.txt': '',
  'beside/folder/deep/one.txt': '',
  'beside/monolith/of-each.txt': '',
  'beside/monolith/inside/one.txt': '',
  'beside/monolith/unread.txt': '',
  'beside/listed.txt': '',
  'beside/listed-too.txt': '',
  'beside/unread.txt': '',
};

/** Some of every kind. Without this folder's own project, which depends on every file that is named here. */
const EVERY = ['contracts', 'users', 'gateway', 'monolith', 'lab', 'launcher', 'conformance', 'containers'];
const RUNS_STACKS = ['stack', 'launcher', 'lab', 'conformance', 'fuzz', 'history', 'containers'];

/** The changed file, the projects that it must affect, their tests included, and those that it must not. */
const changes: [path: string, affected: string[], untouched: string[]][] = [
  ['libs/companies/src/companies.ts', ['companies-service', 'monolith', ...RUNS_STACKS], ['users', 'gateway', 'auth']],
  ['libs/http-kit/src/health.ts', ['gateway', 'users', ...RUNS_STACKS], ['contracts', 'database']],
  ['apps/gateway/src/compose.ts', RUNS_STACKS, ['monolith', 'service-clients']],
  ['apps/gateway/src/headers.ts', ['gateway', 'architecture'], ['monolith', 'service-clients']],
  ['apps/lab/src/main.ts', ['lab'], RUNS_STACKS.filter((name) => name !== 'lab')],
  ['libs/contracts/src/index.ts', [...EVERY, 'tools'], []],
  ['apps/users-service/prisma/schema.prisma', ['users', 'users-service', 'database', ...RUNS_STACKS], ['contracts']],
  ['apps/jobs-service/prisma/schema.prisma', ['jobs', 'jobs-service', 'database'], ['contracts', 'http-kit']],
  ['apps/monolith/prisma/schema.prisma', ['monolith', 'database', ...RUNS_STACKS], ['contracts', 'auth']],
  ['apps/companies-service/prisma/migrations/20260101000000_initial/migration.sql', ['outbox', 'database'], ['auth']],
  ['docker-compose.monolith.yml', ['containers'], ['lab', 'monolith']],
  ['docker/services.yml', ['containers'], ['monolith']],
  ['docker/observability/services.yml', ['containers'], ['monolith']],
  ['.env.example', ['containers'], ['lab', 'monolith']],
  ['docker/nginx/cache/on.conf', ['lab'], ['monolith', 'stack']],
  ['package-lock.json', EVERY, []],
  ['tsconfig.base.json', EVERY, []],
  ['jest.config.mjs', EVERY, []],
  ['eslint.config.mjs', EVERY, []],
  ['nx.json', EVERY, []],
  ['tools/build.mjs', EVERY, []],
  ['tools/test-folder/make.mjs', EVERY, []],
  ['tools/boundaries.test.ts', ['tools'], ['contracts', 'lab']],
  ['libs/users/src/users.test.ts', ['users', 'tools'], []],
  ['docs/machines.md', [], EVERY],
  // Features edit it.
  ['docs/api.md', ['lab'], EVERY.filter((name) => name !== 'lab')],
  ['beside/by-url.txt', ['reader'], EVERY],
  ['beside/from-the-root.txt', ['reader'], EVERY],
  ['beside/folder/deep/one.txt', ['reader'], EVERY],
  ['beside/monolith/of-each.txt', ['reader'], EVERY],
  ['beside/monolith/inside/one.txt', ['reader'], EVERY],
  ['beside/listed.txt', ['reader'], EVERY],
  ['beside/listed-too.txt', ['reader'], EVERY],
  ['beside/monolith/unread.txt', [], [...EVERY, 'reader']],
  ['beside/unread.txt', [], [...EVERY, 'reader']],
];

/** Files that no unit test reads, but a run of everything does; and files that do not exist yet. */
const beyondTests: [path: string, affected: string[]][] = [
  ['Dockerfile', ['containers']],
  ['docker/nginx/nginx.conf', ['containers']],
  ['apps/users-service/prisma/migrations/20991231000000_next/migration.sql', ['users', 'users-service', 'database']],
  ['apps/conformance/suite/new.test.ts', ['conformance', 'containers']],
];

interface Outcome {
  affected: string[];
  tests: string[];
}

let workspace: ReturnType<typeof scratchWorkspace>;
const outcomes = new Map<string, Outcome>();

beforeAll(() => {
  workspace = scratchWorkspace(reader);
  const paths = [...changes, ...beyondTests].map(([path]) => path);
  const found = JSON.parse(workspace.node('tools/nx/affected.fixture.mjs', [], JSON.stringify(paths))) as Outcome[];
  for (const [at, outcome] of found.entries()) outcomes.set(paths[at]!, outcome);
});
afterAll(() => workspace.remove());

describe('A change of', () => {
  it.each(changes)(
    '%s affects those that are made of it, their tests included, and no others',
    (path, affected, untouched) => {
      const outcome = outcomes.get(path)!;
      expect(outcome.affected).toEqual(expect.arrayContaining(affected));
      expect(outcome.tests).toEqual(expect.arrayContaining(affected));
      expect(outcome.affected.filter((name) => untouched.includes(name))).toEqual([]);
      expect(outcome.tests.filter((name) => untouched.includes(name))).toEqual([]);
    },
  );

  it.each(beyondTests)('%s affects those that run it', (path, affected) => {
    expect(outcomes.get(path)!.affected).toEqual(expect.arrayContaining(affected));
  });
});

describe('A target', () => {
  const build = () => workspace.node('node_modules/nx/dist/bin/nx.js', ['build', 'gateway']);
  const FROM_CACHE = 'Nx read the output from the cache';

  it('is run again when what it is made of has changed, and else is not', () => {
    expect(build()).not.toContain(FROM_CACHE);
    expect(build()).toContain(FROM_CACHE);
    workspace.write('libs/auth/src/another.ts', 'export const another = 1;\n');
    expect(build()).not.toContain(FROM_CACHE);
    workspace.write('libs/auth/src/another.test.ts', '');
    workspace.write('libs/jobs/src/another.ts', '');
    expect(build()).toContain(FROM_CACHE);
  });
});
