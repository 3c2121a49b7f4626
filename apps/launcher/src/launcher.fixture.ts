import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A stand-in for a built app: listens, reports it, and stops when told to or when its parent is gone. */
const app = (port: string) => `
import { createServer } from 'node:http';
const stop = () => process.exit(0);
process.on('SIGTERM', stop).on('disconnect', stop);
const server = createServer((request, response) => {
  if (request.url !== '/crash') return response.end();
  console.error('Out of cheese.');
  process.exit(3);
});
server.listen(process.env.${port}, '127.0.0.1', () => {
  process.send({ ready: { url: 'http://127.0.0.1:' + server.address().port } });
});
`;

const ports = {
  monolith: 'MONOLITH_PORT',
  gateway: 'GATEWAY_PORT',
  'users-service': 'USERS_PORT',
  'companies-service': 'COMPANIES_PORT',
  'jobs-service': 'JOBS_PORT',
};

/** The launcher as it is shipped. */
const launcher = resolve('dist/apps/launcher/main.js');

/** An empty directory to start from, with stand-ins for the built apps. */
export function makeWorkspace() {
  const root = mkdtempSync(join(tmpdir(), 'jobly-launcher-'));
  for (const [name, port] of Object.entries(ports)) {
    mkdirSync(join(root, 'dist/apps', name), { recursive: true });
    writeFileSync(join(root, 'dist/apps', name, 'main.js'), app(port));
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  return { root, data: join(root, '.jobly'), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Variables that make the launcher independent of this machine: free ports, no PostgreSQL, no terminal. */
export async function environmentApart(): Promise<Record<string, string>> {
  const servers = await Promise.all(
    Object.values(ports).map(async (variable) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return { variable, server, port: String((server.address() as AddressInfo).port) };
    }),
  );
  for (const { server } of servers) server.close();
  const databases = ['DATABASE_URL', 'USERS_DATABASE_URL', 'COMPANIES_DATABASE_URL', 'JOBS_DATABASE_URL'];
  return {
    NO_COLOR: '1',
    ...Object.fromEntries(servers.map(({ variable, port }) => [variable, port])),
    ...Object.fromEntries(databases.map((variable) => [variable, 'postgresql://nowhere/jobly'])),
  };
}

/** Starts the launcher in a workspace. */
export function launch(cwd: string, env: Record<string, string>, args: string[] = []) {
  const child = spawn(process.execPath, [launcher, ...args], { cwd, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      child.emit('said');
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  const says = (words: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => output.includes(words) && resolve(output);
      child.on('said', look).once('close', () => reject(new Error(`It never said "${words}" but: ${output}`)));
      look();
    });
  return { ended, says, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}

/** Resolves when none of the processes runs any more. */
export const allGone = (pids: number[]): Promise<void> => eventually(() => !pids.some(runs));

/** Polls until it holds; the test's own time limit bounds it. */
export async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(20);
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
