import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AuthMode } from '@jobly/contracts';
import { startStack } from '@jobly/stack';

/** The processes of the microservices, as their folders below dist/apps are called. */
export const processes = ['users-service', 'companies-service', 'jobs-service', 'gateway'] as const;

/** What each process loads first: its wall clock is off by as many ms as the file of its name says, if there is one. */
const shiftedClock = `
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const file = join(import.meta.dirname, basename(dirname(process.argv[1])));
const now = Date.now;
const offset = () => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
};
Date.now = () => now() + offset();
`;

/** Microservices whose wall clocks the test sets, process by process. */
export async function aShiftedStack(authMode: AuthMode) {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-clocks-'));
  const preload = join(directory, 'shifted-clock.mjs');
  writeFileSync(preload, shiftedClock);
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const env = { AUTH_MODE: authMode, SEED: 'true', SEED_PASSWORD: 'password' };
  const stack = await startStack({
    directory: join(directory, 'data'),
    parts: ['micro'],
    ports: 'free',
    env: { ...env, NODE_OPTIONS: `--import=${pathToFileURL(preload).href}` },
  }).catch((error: unknown) => {
    remove();
    throw error;
  });

  const ask = (method: string, path: string, token?: string, body?: object) =>
    fetch(stack.micro!.url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });

  return {
    /** Sets the wall clocks of some processes, in seconds from now. */
    set(names: readonly (typeof processes)[number][], seconds: number): void {
      for (const name of names) writeFileSync(join(directory, name), String(seconds * 1_000));
    },
    /** A token of the seeded administrator. */
    async logIn(): Promise<string> {
      const answer = await ask('POST', '/auth/token', undefined, { username: 'testadmin', password: 'password' });
      return ((await answer.json()) as { token: string }).token;
    },
    /** The status of a request at the gateway. */
    status: async (...request: Parameters<typeof ask>) => (await ask(...request)).status,
    async stop() {
      await stack.stop();
      remove();
    },
  };
}
