/** A moment, by the wall clock and by the steady one (ms). */
export interface Moment {
  wall: number;
  steady: number;
}

/** The time left until an instant given in seconds since 1970, as tokens give it (ms). */
export const timeUntil = (exp: number): number => exp * 1000 - Date.now();

export const thisMoment = (): Moment => ({ wall: Date.now(), steady: performance.now() });

/**
 * The time that has passed since a moment (ms), by the clock that says more. The wall clock is the one by which tokens
 * are judged, but it may be set; the steady one may not, but stands still while the machine sleeps. Infinite if the wall
 * clock was set back to before that moment: nobody can tell then.
 */
export function elapsedSince({ wall, steady }: Moment): number {
  const byWall = Date.now() - wall;
  return byWall < 0 ? Infinity : Math.max(byWall, performance.now() - steady);
}
