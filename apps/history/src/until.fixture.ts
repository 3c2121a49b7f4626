const DEADLINE_MS = 30_000;

/** Waits until something holds, without assuming how long that takes; rejects when it is too long. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('It does not come to hold.');
    await new Promise(setImmediate);
  }
}
