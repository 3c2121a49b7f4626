import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { markOf } from './left-behind.mjs';

const PORTS = ['MONOLITH_PORT', 'GATEWAY_PORT', 'USERS_PORT', 'COMPANIES_PORT', 'JOBS_PORT'];

/** A shell in the place, set up as the trial wants it; its npm settings are the user's own and the trial's. */
export async function openShell({ env = {}, npmrc = [], around }, { path, parent }) {
  const settings = join(parent, 'npmrc');
  const own = process.env.npm_config_userconfig ?? join(homedir(), '.npmrc');
  writeFileSync(settings, [...(existsSync(own) ? [readFileSync(own, 'utf8')] : []), ...npmrc, ''].join('\n'));
  const environment = {
    ...surroundings(),
    ...(await freePorts()),
    ...markOf(parent),
    npm_config_userconfig: settings,
    npm_config_prefer_offline: 'true',
    ...env,
  };
  const wrapper = around?.(path) ?? [];

  /** Runs a line of shell in the place. */
  return function type(line) {
    const [program, ...args] = [...wrapper, 'sh', '-c', line];
    const child = spawn(program, args, {
      cwd: path,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        child.emit('said');
      });
    }
    const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, output })));
    return {
      ended,
      output: () => output,
      onOutput: (listener) => child.on('said', listener),
      signal: (name) => process.kill(-child.pid, name),
    };
  };
}

/** The variables of this shell, without what npm has added for `npm run newcomer`. */
function surroundings() {
  const added = /^(npm_|INIT_CWD$|NODE$|NODE_ENV$|NODE_OPTIONS$|FORCE_COLOR$|NO_COLOR$)/i;
  const kept = Object.entries(process.env).filter(([name]) => !added.test(name));
  const path = process.env.PATH.split(':').filter((folder) => !/node_modules|node-gyp-bin/.test(folder));
  return { ...Object.fromEntries(kept), PATH: path.join(':') };
}

async function freePorts() {
  const servers = PORTS.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => String(server.address().port));
  for (const server of servers) server.close();
  return Object.fromEntries(PORTS.map((variable, at) => [variable, ports[at]]));
}
