import pc from 'picocolors';

/** Progress for the person who waits: on stderr, because stdout belongs to results. */
export const say = (what: string): void => console.error(what);

/** Reports an event, and the milliseconds until it. */
export const tick = (what: string, ms: number): void => say(`${pc.green('✓')} ${what} after ${seconds(ms)}`);

/** Reports the beginning and the end of a step. Returns how long it took (ms). */
export async function step(what: string, work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  say(pc.dim(`${what} …`));
  await work();
  const took = performance.now() - begin;
  tick(`${what}: done`, took);
  return Math.round(took);
}

/** "1.4 s" */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
