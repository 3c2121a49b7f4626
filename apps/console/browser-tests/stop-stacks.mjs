import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** Stops what startStacks has started, and removes its data. */
export default async function stopStacks() {
  if (!globalThis.launched) return;
  const { launcher, data } = globalThis.launched;
  launcher.kill('SIGTERM');
  if (launcher.exitCode === null) await once(launcher, 'exit');
  rmSync(data, { recursive: true, force: true });
}
