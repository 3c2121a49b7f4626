import pc from 'picocolors';

/** Progress for the person who waits: on stderr, because stdout belongs to results. */
export const say = (what: string): void => console.error(what);

/** Reports an event, and the milliseconds until it. */
export const tick = (what: string, ms: number): void => say(`${pc.green('✓')} ${what} after ${seconds(ms)}`);

/** Reports the beginning and the end of a step. Returns how long it took (ms). */
export async function step(what: string, work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await told(what, work);
  return Math.round(performance.now() - begin);
}

/** The same for a step that has a result. */
export async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  say(pc.dim(`${what} …`));
  const result = await work();
  tick(`${what}: done`, performance.now() - begin);
  return result;
}

/** "1.4 s" */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
