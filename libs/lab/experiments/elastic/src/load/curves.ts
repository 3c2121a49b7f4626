/** How a load rises and falls. */
export interface LoadCurve {
  name: 'a day' | 'a step';
  durationMs: number;
  /** The load at a moment, as a share of its peak. */
  shareAt(ms: number): number;
}

/** What is left of the peak at night, and before a step. */
const NIGHT = 0.1;
const BEFORE = 0.2;

/** From night to noon and back, as a sine. */
export const day = (durationMs: number): LoadCurve => ({
  name: 'a day',
  durationMs,
  shareAt: (ms) => NIGHT + ((1 - NIGHT) * (1 - Math.cos((2 * Math.PI * ms) / durationMs))) / 2,
});

/** From one moment to the next, at a quarter of the time. */
export const step = (durationMs: number): LoadCurve => ({
  name: 'a step',
  durationMs,
  shareAt: (ms) => (ms < durationMs / 4 ? BEFORE : 1),
});
