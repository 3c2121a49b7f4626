import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { Argument, Command } from 'commander';
import { startPostgres } from './mutation/postgres.mjs';
import { linesOf, scoreOf } from './mutation/score.mjs';

/**
 * `npm run mutation`: breaks the code of each library in hundreds of small ways and counts how many of these mutants
 * the library's own tests detect. The results stay in `mutation-results`, so only changed code is tried again.
 */
const LIBRARIES = ['auth', 'contracts', 'service-clients', 'outbox', 'users', 'companies', 'jobs'];
const WITH_DATABASE = ['outbox', 'users', 'companies', 'jobs'];
/** In percent, for each library. */
const GOAL = 85;
const RESULTS = 'mutation-results';

const program = new Command('npm run mutation --')
  .description('Breaks the code of libraries in hundreds of small ways, and counts what their own tests notice.')
  .addArgument(new Argument('[library...]', 'all of them unless named').choices(LIBRARIES))
  .option('--concurrency <n>', 'how many processes run tests')
  .exitOverride(({ exitCode }) => process.exit(exitCode && 2))
  .parse();
const values = program.opts();
const positionals = program.args;

const tool = (name) => join(import.meta.dirname, 'mutation', name);

const mutate = (library, postgres) =>
  new Stryker({
    mutate: [`libs/${library}/src/**/*.ts`, '!**/*.{test,fixture}.ts', '!**/generated/**'],
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      enableFindRelatedTests: false,
      config: {
        roots: ['<rootDir>/libs'],
        testRegex: [`/libs/${library}/src/.*\\.test\\.ts$`],
        // A mutant that makes a test hang counts as detected.
        testTimeout: 10_000,
        watchman: false,
        globals: { postgresForTests: postgres?.url },
        runner: tool('runner.mjs'),
        testEnvironment: tool('environment.mjs'),
      },
    },
    coverageAnalysis: 'perTest',
    // Generous, so that a busy machine never turns a survivor into a mutant that hangs.
    timeoutMS: 60_000,
    timeoutFactor: 4,
    // Modules of earlier runs stay in memory.
    maxTestRunnerReuse: 50,
    incremental: true,
    incrementalFile: `${RESULTS}/${library}/incremental.json`,
    ...(values.concurrency !== undefined && { concurrency: Number(values.concurrency) }),
    tempDirName: `${RESULTS}/sandbox`,
    ignorePatterns: ['/dist', '/lab-results', '/.jobly', '/.nx', `/${RESULTS}`],
    reporters: ['html', 'json', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    htmlReporter: { fileName: `${RESULTS}/${library}/report.html` },
    jsonReporter: { fileName: `${RESULTS}/${library}/report.json` },
    logLevel: 'warn',
    // Most of a library is built when its tests begin, so most of its mutants are "static".
    warnings: { slow: false },
  }).runMutationTest();

const chosen = positionals.length > 0 ? positionals : LIBRARIES;
// One server for all runs of all tests.
const postgres = chosen.some((library) => WITH_DATABASE.includes(library)) ? await startPostgres(RESULTS) : undefined;
const results = {};
try {
  for (const library of chosen) {
    console.log(`\n── ${library} ${'─'.repeat(60 - library.length)}`);
    results[library] = await mutate(library, postgres);
  }
} finally {
  await postgres?.stop();
}
console.log(linesOf(results, RESULTS).join('\n'));
process.exitCode = Object.values(results).every((mutants) => scoreOf(mutants).percent >= GOAL) ? 0 : 1;
