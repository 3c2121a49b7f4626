import { closedHome, odd, smallMemory } from './machines.mjs';

/**
 * The settings of people's machines, one entry each. All fields but `name` and `why` are optional:
 *
 *   name, why   its name on the command line, and its subject
 *   quick       cheap and informative enough for every run of the gate
 *   env         variables of the shell; `undefined` removes one
 *   npmrc       lines of the user's npm settings
 *   clone       how the files got there: `git` (options of git), `umask`, `folder` (its name), `archive` (no .git; in no
 *               repository, or in one whose .gitignore is given)
 *   install     the command instead of `npm ci`
 *   start       the command instead of `npm start`
 *   says        what a start must print, as regular expressions
 *   refuses     a sentence with which `install` or `start` must end, without a stack trace; else both must work
 *   also        further commands that must end with exit code 0
 *   around      a command that everything runs in: `(folder) => [program, …arguments]`
 *   unless      the reason that it cannot be tried here, or undefined
 */
export const trials = [
  { name: 'plain', why: 'nothing is set' },
  {
    name: 'production',
    why: 'NODE_ENV=production, as in many images and hosting shells',
    env: { NODE_ENV: 'production', NPM_CONFIG_PRODUCTION: 'true' },
    also: ['npm run unit -- libs/http-kit libs/contracts'],
  },
  {
    name: 'omit',
    why: 'npm is told to leave development and optional packages out',
    npmrc: ['omit[]=dev', 'omit[]=optional'],
  },
  {
    name: 'ignore-scripts',
    why: 'npm runs no scripts while installing',
    npmrc: ['ignore-scripts=true'],
    also: ['npm run typecheck', 'npm run lab -- --help', 'npm run docker -- --help', 'npm run conformance -- --help'],
  },
  {
    name: 'cautious',
    why: 'no scripts, no development packages, a folder that is hard to quote, colours forced',
    quick: true,
    env: { NODE_ENV: 'production', FORCE_COLOR: '2' },
    npmrc: ['ignore-scripts=true'],
    clone: { folder: odd, umask: 0o027 },
    also: ['npm run unit -- libs/stack/src/process-identity apps/launcher/src/main'],
  },
  { name: 'no-links', why: 'npm links no programs', npmrc: ['bin-links=false'] },
  { name: 'npm-10', why: 'npm 10, which knows no allowScripts', install: 'npx --yes npm@10 ci' },
  { name: 'npm-12', why: 'npm 12, which runs only the scripts that are allowed', install: 'npx --yes npm@12 ci' },
  {
    name: 'pnpm',
    why: 'pnpm instead of npm',
    install: 'npx --yes pnpm@9 install',
    refuses: { install: 'Jobly is installed with npm, not with pnpm: type "npm ci".' },
  },
  {
    name: 'yarn',
    why: 'Yarn instead of npm',
    install: 'npx --yes yarn@1 install',
    refuses: { install: 'Jobly is installed with npm, not with yarn: type "npm ci".' },
  },
  {
    name: 'autocrlf',
    why: 'Git turns line ends into those of Windows',
    clone: { git: ['-c', 'core.autocrlf=true'] },
    also: ['npx prettier --check --log-level warn .', 'npm run unit -- libs/database/src/migrations'],
  },
  {
    name: 'umask',
    why: 'files are for their owner only',
    clone: { umask: 0o077 },
  },
  {
    name: 'archive',
    why: 'the files without Git',
    clone: { archive: true },
    also: ['npm run unused', 'npx nx run contracts:test'],
  },
  {
    name: 'archive-inside',
    why: 'the files inside another repository, which ignores them',
    clone: { archive: '*\n' },
    also: ['npm run unused', 'npx nx run contracts:test', 'npm run unit -- tools/boundaries'],
  },
  {
    name: 'folder',
    why: 'a folder whose name means something to shells, globs and URLs',
    clone: { folder: odd },
    also: ['npm run typecheck', 'npm run unused', 'npm run unit -- libs tools'],
  },
  {
    name: 'colours',
    why: 'colours are both forced and forbidden',
    env: { FORCE_COLOR: '3', NO_COLOR: '1' },
    also: ['npx nx run-many -t test -p launcher,stack'],
  },
  { name: 'no-home', why: 'HOME is not set', env: { HOME: undefined } },
  { name: 'closed-home', why: 'the home folder cannot be written to', ...closedHome },
  { name: 'small-memory', why: '/dev/shm holds 64 MB', ...smallMemory },
  { name: 'ipv6', why: 'everything listens on ::1', env: { HOST: '::1' }, says: [/http:\/\/\[::1\]:\d+/] },
  {
    name: 'every-address',
    why: 'everything listens on every address',
    env: { HOST: '::' },
    says: [/http:\/\/\[::1\]:\d+/],
  },
  {
    name: 'zone',
    why: 'a link-local address, which no URL can hold',
    env: { HOST: 'fe80::1%lo' },
    refuses: { start: 'HOST must be an address or a name' },
  },
  {
    name: 'bad-proxy',
    why: 'a trusted proxy that is neither a number nor an address',
    env: { TRUST_PROXY: 'nginx' },
    refuses: { start: 'TRUST_PROXY must be' },
  },
  {
    name: 'bad-pool',
    why: 'a setting of one service is wrong',
    env: { USERS_POOL: 'many' },
    refuses: { start: 'USERS_POOL must be' },
  },
  {
    name: 'no-database',
    why: 'nothing listens where the database of one service should be',
    env: { JOBS_DATABASE_URL: 'postgresql://jobly:secret@127.0.0.1:1/jobs' },
    refuses: { start: 'nothing listens there' },
  },
  {
    name: 'own-password',
    why: 'the seeded users have a password of one’s own',
    env: { SEED_PASSWORD: 'one of my own' },
    says: [/\$SEED_PASSWORD/],
  },
  {
    name: 'background',
    why: 'started in the background, and stopped from elsewhere',
    also: ['npm start -- --detach', 'npm stop'],
  },
];
