import pc from 'picocolors';

/** What goes on, for the person who waits: on stderr, for stdout belongs to results. */
export const say = (what: string): void => console.error(what);

/** Says what has come to be, and after how many milliseconds. */
export const tick = (what: string, ms: number): void => say(`${pc.green('✓')} ${what} after ${seconds(ms)}`);

/** Says what begins and when it is done. Returns how long it took (ms). */
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
