const ascending = (values: readonly number[]) => values.toSorted((one, other) => one - other);

/** The lower of the two in the middle, if there are two: a count stays one that was seen. */
export const median = (values: readonly number[]): number => ascending(values)[Math.floor((values.length - 1) / 2)]!;

export const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of those between the quartiles: as exact as a mean, and no outlier distorts it. */
export function midmean(values: readonly number[]): number {
  const inOrder = ascending(values);
  return meanOf(inOrder.slice(Math.floor(inOrder.length / 4), Math.ceil((inOrder.length * 3) / 4)));
}
