import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@jobly/contracts';
import type { Environment } from './env';

const apps = join(import.meta.dirname, '..');

type Message = { done: { seeded?: boolean } } | { failed: { reason: string } };

/** The folder with what is deployed of an app. */
export const deployedIn = (app: string): string => join(apps, '../functions', app);

/**
 * Does what a deployment does before it publishes a function: brings its database up to date, and bundles and compiles
 * the code of a handler. Returns whether it has filled the database.
 * @throws StartError with the reason of whatever has failed.
 */
export async function prepare({ FUNCTION, FUNCTION_FORM, MIGRATE }: Environment): Promise<boolean> {
  const seeded = MIGRATE !== 'elsewhere' && (await migrate(FUNCTION));
  if (FUNCTION_FORM === 'handler') await bundle(FUNCTION);
  return seeded;
}

/** The app itself migrates; many instances that start at the same time must find it done. */
async function migrate(app: string): Promise<boolean> {
  const message = await run(join(apps, app, 'main.js'), [], { MIGRATE: 'only' });
  if (message && 'failed' in message) {
    throw new StartError(`The database of ${app} could not be prepared: ${message.failed.reason}`);
  }
  return message?.done.seeded ?? false;
}

async function bundle(app: string): Promise<void> {
  const directory = deployedIn(app);
  await run(join(apps, '../../tools/bundle-function.mjs'), [app, directory]);
  if (!existsSync(join(directory, 'compile-cache'))) await run(join(apps, 'functions/warm.js'), [directory]);
}

/** Runs a script; resolves with its last message. */
async function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Message | undefined> {
  const child = fork(script, args, { cwd: join(apps, '../..'), env: { ...process.env, ...env } });
  let message: Message | undefined;
  child.on('message', (received: Message) => (message = received));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 && !message) throw new StartError(`${script} has failed (exit code ${code}); its log says why.`);
  return message;
}
