import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { Failure } from '@jobly/lab/instrument';
import type { FoundNginx, NginxKind } from './found-nginx';
import { searchPath } from './search-path';

const run = promisify(execFile);

const ENGINE = 'docker';
const USUAL_IMAGE = 'nginx:1.28';

/** The image may have to be fetched first. */
const CONTAINER_DEADLINE_MS = 120_000;
const DEADLINE_MS = 5_000;

/**
 * Looks for an nginx: as a container, if a Docker engine on this machine has the image that NGINX_IMAGE names
 * (nginx:1.28 by default) or can fetch it, and otherwise among the installed programs. If a kind is wanted, only that
 * kind is looked for.
 * @throws Failure that says what to install; the signal's reason when it aborts
 */
export async function findNginx(signal: AbortSignal, wanted?: NginxKind): Promise<FoundNginx> {
  const image = process.env['NGINX_IMAGE'] || USUAL_IMAGE;
  const found =
    (wanted !== 'installed' && (await asContainer(image, signal))) || (wanted !== 'container' && (await asInstalled()));
  signal.throwIfAborted();
  if (found) return found;
  throw new Failure(MISSING[wanted ?? 'either'](image));
}

const MISSING = {
  container: (image: string) => `There is no Docker engine on this machine that could run ${image}.`,
  installed: () => 'Programs are missing: install nginx and curl.',
  either: () => 'This experiment needs nginx: install Docker, or else nginx and curl.',
};

/**
 * Containers that share this machine's kernel can also share its network; those in a virtual machine or on another host
 * cannot.
 */
async function asContainer(image: string, signal: AbortSignal): Promise<FoundNginx | undefined> {
  if (platform() !== 'linux') return undefined;
  const look = 'cat /proc/sys/kernel/random/boot_id && nginx -v 2>&1 && curl --version';
  try {
    const command = ['run', '--rm', '--network', 'none', '--entrypoint', 'sh', image, '-c', look];
    const { stdout } = await run(ENGINE, command, { timeout: CONTAINER_DEADLINE_MS, signal });
    const isHere = stdout.startsWith(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
    return isHere ? { kind: 'container', engine: ENGINE, image, version: versionIn(stdout) } : undefined;
  } catch {
    return undefined;
  }
}

async function asInstalled(): Promise<FoundNginx | undefined> {
  const options = { timeout: DEADLINE_MS, env: { ...process.env, PATH: searchPath() } };
  try {
    const { stderr } = await run('nginx', ['-v'], options);
    await run('curl', ['--version'], options);
    return { kind: 'installed', version: versionIn(stderr) };
  } catch {
    return undefined;
  }
}

/** From "nginx version: nginx/1.28.0 (Ubuntu)". */
const versionIn = (text: string) => /nginx\/([\d.]+)/.exec(text)?.[1] ?? 'unknown';
