import { type Interval, type IntervalOptions, meanInterval } from './bootstrap';
import { studentQuantile } from './student';

/** A value of one pair of blocks, and the launch of the stacks that it was measured in. */
export interface Sample {
  value: number;
  launch: number;
}

/**
 * The mean over launches, with Student's interval over their means. Two launches of the same program differ by more
 * than their blocks tell, so the launch is the unit of analysis: for a balanced nested design its means carry all that
 * the blocks know of the overall mean (Kalibera & Jones, "Rigorous benchmarking in reasonable time", ISMM 2013). Within
 * a single launch nothing is known of others, and the interval is over its blocks.
 *
 * @throws RangeError for a single launch with fewer than 4 values
 */
export function launchInterval(samples: readonly Sample[], options: IntervalOptions = {}): Interval {
  const byLaunch = [...Map.groupBy(samples, ({ launch }) => launch).values()];
  if (byLaunch.length < 2) {
    return meanInterval(
      samples.map(({ value }) => value),
      options,
    );
  }
  const means = byLaunch.map((ofLaunch) => meanOf(ofLaunch.map(({ value }) => value)));
  const estimate = meanOf(means);
  const squares = means.reduce((sum, mean) => sum + (mean - estimate) ** 2, 0);
  const error = Math.sqrt(squares / (means.length - 1) / means.length);
  const { confidence = 0.95 } = options;
  const halfWidth = studentQuantile((1 + confidence) / 2, means.length - 1) * error;
  return { estimate, low: estimate - halfWidth, high: estimate + halfWidth };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
