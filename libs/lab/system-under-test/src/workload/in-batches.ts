/**
 * Applies a function to all items, this many at a time, and returns the results in their order.
 * @throws the error of the first that fails, once nothing is under way any more
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
