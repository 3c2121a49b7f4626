/** The number of ready replicas from a moment on. */
export interface Supply {
  atMs: number;
  replicas: number;
}

/** The supply at equal steps from a moment on, at the middle of each. */
export function sampled(
  supply: readonly Supply[],
  { fromMs, durationMs, stepMs }: { fromMs: number; durationMs: number; stepMs: number },
): number[] {
  return Array.from({ length: Math.round(durationMs / stepMs) }, (_, index) => {
    const atMs = fromMs + (index + 0.5) * stepMs;
    return supply.findLast((one) => one.atMs <= atMs)?.replicas ?? 0;
  });
}
