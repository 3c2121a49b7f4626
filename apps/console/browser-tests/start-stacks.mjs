import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findChromium } from './find-chromium.mjs';

const PORTS = ['MONOLITH_PORT', 'GATEWAY_PORT', 'USERS_PORT', 'COMPANIES_PORT', 'JOBS_PORT', 'CONSOLE_PORT'];

/**
 * Starts both stacks and the console, as npm start does, and passes its URL on as CONSOLE_URL, and those of the stacks as
 * STACK_URLS. Without a browser nothing is started, and no test runs: in CI that is a failure, elsewhere a sentence.
 */
export default async function startStacks() {
  const chromium = findChromium();
  if (!chromium) {
    const sentence =
      'There is no Chromium here (Debian package chromium, or set CHROMIUM), so the console was not tested.';
    if (process.env.CI) throw new Error(sentence);
    console.warn(sentence);
    return;
  }
  const data = mkdtempSync(join(tmpdir(), 'jobly-browser-'));
  // Runs of the lab announce themselves there: those of the tests pause no other console, and others none of the tests'.
  process.env.TMPDIR = data;
  const launcher = spawn(process.execPath, ['dist/apps/launcher/main.js', '--json', '--data', join(data, 'stack')], {
    env: { ...process.env, ...(await freePorts()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  globalThis.launched = { launcher, data };
  const [answer] = await Promise.race([firstLine(launcher), ended(launcher)]);
  const { console: url, monolith, micro } = JSON.parse(answer);
  if (!url) throw new Error('The console could not be started.');
  const STACK_URLS = [monolith.url, micro.url].join();
  Object.assign(process.env, { CHROMIUM: chromium, CONSOLE_URL: url, STACK_URLS });
}

async function freePorts() {
  const servers = PORTS.map((variable) => ({ variable, server: createServer().listen(0, '127.0.0.1') }));
  await Promise.all(servers.map(({ server }) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map(({ variable, server }) => [variable, String(server.address().port)]);
  for (const { server } of servers) server.close();
  return Object.fromEntries(ports);
}

const firstLine = ({ stdout }) =>
  new Promise((resolve) => createInterface({ input: stdout }).once('line', (line) => resolve([line])));

const ended = (child) =>
  new Promise((_, reject) =>
    child.once('exit', (code) => reject(new Error(`The stacks did not start (exit code ${code}).`))),
  );
