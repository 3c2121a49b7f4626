import { join } from 'node:path';
import type { FunctionSettings } from '@jobly/lambda-emulator';
import type { Scene } from '@jobly/lab/runner';
import { databaseUrl, workspace } from '@jobly/lab/system-under-test';
import { entries, type Form } from './forms';

/** The monolith's, which the function shares. */
export const DATABASE = 'jobly';

/** What one instance may have open to its database: it answers one request at a time. */
const CONNECTIONS = 2;

/** The variables of the function: those of the monolith of the stacks, and nothing else of this process. */
export const environmentOf = ({ postgres }: Scene['stacks']): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  DATABASE_URL: databaseUrl(postgres!, DATABASE),
  MONOLITH_POOL: String(CONNECTIONS),
  JWT_SECRET: 'only for tokens that nobody asks for here',
  LOG_LEVEL: 'warn',
});

/** A function in this form. Its instances are not frozen: nothing but them is to be measured. */
export const settingsOf = (form: Form, stacks: Scene['stacks']): FunctionSettings => ({
  name: form,
  ...(form === 'server' ? serverFor(stacks) : handlerFor(form, stacks)),
  memoryMb: 512,
  timeoutMs: 15_000,
  freezes: false,
  log: 'inherit',
});

const apps = join(workspace, 'dist/apps');

/** Watched from inside. */
const handlerFor = (form: Exclude<Form, 'server'>, stacks: Scene['stacks']) => ({
  directory: join(apps, 'lab/preloads'),
  handler: 'probed.handler',
  runtime: [process.execPath, join(apps, 'functions/bootstrap.js')],
  env: { ...environmentOf(stacks), PROBED: entries[form] },
});

/** The monolith as it runs everywhere. */
const serverFor = (stacks: Scene['stacks']) => ({
  directory: join(apps, 'monolith'),
  handler: 'main.js',
  runtime: [process.execPath, join(apps, 'functions/adapter.js')],
  env: {
    ...environmentOf(stacks),
    MONOLITH_PORT: '0',
    MIGRATE: 'elsewhere',
    AWS_LWA_READINESS_CHECK_PATH: '/health/ready',
  },
});
