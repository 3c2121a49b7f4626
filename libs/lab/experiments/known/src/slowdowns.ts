/** What a slowed monolith does in addition, for every request. */
export interface Slowdown {
  /** The name of its arm. */
  name: string;
  /** It computes for so long. */
  computeMs?: number;
  /** It waits for so long, without computing. */
  waitMs?: number;
  /** So little that a quick run may lose it among the differences between launches. */
  onlyFull?: true;
}

/** From what hardly anyone can see to what nobody should miss. */
export const slowdowns: readonly Slowdown[] = [
  { name: '+50 µs of CPU', computeMs: 0.05, onlyFull: true },
  { name: '+100 µs of CPU', computeMs: 0.1 },
  { name: '+200 µs of CPU', computeMs: 0.2 },
  { name: '+0.2 ms of waiting', waitMs: 0.2 },
  { name: '+0.5 ms of waiting', waitMs: 0.5 },
];

const nobodyWakes = new Int32Array(new SharedArrayBuffer(4));

/** Slows the thread down. The system may wake it somewhat late: see `actualMs`. */
export function slowDown({ computeMs = 0, waitMs = 0 }: Pick<Slowdown, 'computeMs' | 'waitMs'>): void {
  if (waitMs > 0) Atomics.wait(nobodyWakes, 0, 0, waitMs);
  const end = performance.now() + computeMs;
  while (computeMs > 0 && performance.now() < end);
}

const SAMPLES = 400;

/** The median of how long it really takes on this machine, in ms. */
export function actualMs(slowdown: Pick<Slowdown, 'computeMs' | 'waitMs'>): number {
  const times = Array.from({ length: SAMPLES }, () => {
    const begin = performance.now();
    slowDown(slowdown);
    return performance.now() - begin;
  });
  return times.toSorted((one, other) => one - other)[SAMPLES / 2]!;
}
