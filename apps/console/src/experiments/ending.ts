/**
 * How a run of the lab ended, by its exit code (`npm run lab -- EXPERIMENT --help`).
 * @param said what it said last
 * @param stopped whether somebody has told it to end
 */
export function endingOf(code: number | null, said: string | undefined, stopped = false): string {
  if (stopped && code === null) return 'Stopped. It had not begun to measure.';
  if (code === 0) return 'Measured, and valid.';
  if (code === 3) return 'Measured, but the figures do not count: the run says why.';
  if (code === 130) return 'Stopped. What was measured by then is kept, if it was anything.';
  return said ? `Failed. It said: ${said}` : 'Failed, and said nothing.';
}
