import { type Interval, meanInterval, slopeInterval } from '@jobly/lab/instrument';

/**
 * The exponent b of time = a · rows^b: the slope by least squares in logarithms, fitted in each round by itself, with the
 * bootstrap interval over rounds.
 * @param times what each round took, by the number of rows
 * @param from the fewest rows that count
 */
export function exponentOf(times: ReadonlyMap<number, readonly number[]>, from: number, seed: number): Interval {
  const counting = [...times].filter(([rows]) => rows >= from);
  const rounds = counting[0]?.[1].length ?? 0;
  const slopes = Array.from({ length: rounds }, (_, round) => {
    const points = counting.map(([rows, took]) => ({ x: Math.log(rows), y: Math.log(took[round]!) }));
    return slopeInterval(points).estimate;
  });
  return meanInterval(slopes, { seed });
}
