import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '@jobly/lab/instrument';
import { workspace } from '@jobly/lab/system-under-test';

const FUNCTION = join(workspace, 'dist/functions/monolith');

/** The names of the ways in which a function can be deployed: handlers, the smallest first, and the server. */
export const forms = ['hello', 'installed', 'bundled', 'deployed', 'server'] as const;
export type Form = (typeof forms)[number];

export const titles: Record<Form, string> = {
  hello: 'nothing but an answer',
  installed: 'with node_modules',
  bundled: 'one minified file',
  deployed: 'the same, compiled ahead',
  server: 'the server, behind an adapter',
};

/** The module of each handler; a function that only answers has none. */
export const entries: Record<Exclude<Form, 'server'>, string> = {
  hello: '',
  installed: join(workspace, 'dist/apps/monolith/lambda.js'),
  bundled: join(FUNCTION, 'app.js'),
  deployed: join(FUNCTION, 'lambda.js'),
};

/**
 * Makes the deployed form of the monolith as it is built now, and what V8 compiles of it.
 * @throws Failure with what could not be done
 */
export async function makeForms(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  await run([join(workspace, 'tools/bundle-function.mjs'), 'monolith', FUNCTION], env, signal);
  if (existsSync(join(FUNCTION, 'compile-cache'))) return;
  await run([join(workspace, 'dist/apps/functions/warm.js'), FUNCTION], env, signal);
}

async function run([script = '', ...rest]: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [script, ...rest], {
    cwd: workspace,
    env,
    signal,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Failure(`${script} has failed, and says why above.`);
}
