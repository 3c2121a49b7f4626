/**
 * Service interface usage cohesion: SIUC = operations used, summed over clients ÷ (clients × operations). It is 1 if
 * every client uses the whole interface. Null for a service that no other one uses.
 *
 * Perepletchikov, Ryan, Frampton: Cohesion metrics for predicting maintainability of service-oriented software, 2007.
 *
 * @param usedBy for every client the operations that it invokes
 */
export function usageCohesion(operations: readonly string[], usedBy: ReadonlyMap<string, ReadonlySet<string>>) {
  if (usedBy.size === 0 || operations.length === 0) return null;
  const used = [...usedBy.values()].reduce(
    (sum, invoked) => sum + operations.filter((operation) => invoked.has(operation)).length,
    0,
  );
  return used / (usedBy.size * operations.length);
}
