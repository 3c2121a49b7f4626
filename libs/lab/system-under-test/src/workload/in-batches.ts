/**
 * Does something with all items, so many at a time, and gives what came of it in their order.
 * @throws what the first that fails throws, once nothing is under way any more
 */
export async function inBatches<T, R>(size: number, items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let begun = 0; begun < items.length; begun += size) {
    const outcomes = await Promise.allSettled(items.slice(begun, begun + size).map(act));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') throw outcome.reason;
      results.push(outcome.value);
    }
  }
  return results;
}
