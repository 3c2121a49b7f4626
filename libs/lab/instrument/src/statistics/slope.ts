import type { Interval } from './bootstrap';
import { studentQuantile } from './student';

/**
 * The slope of the line through these points by least squares, with Student's interval for independent errors (Draper &
 * Smith, "Applied Regression Analysis", 1.4).
 * @throws RangeError for fewer than 3 points, through which errors cannot be seen
 */
export function slopeInterval(points: readonly { x: number; y: number }[], { confidence = 0.95 } = {}): Interval {
  if (points.length < 3) throw new RangeError(`A slope needs at least 3 points, not ${points.length}`);
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [meanX, meanY] = [mean('x'), mean('y')];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const estimate = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const squares = points.reduce((sum, { x, y }) => sum + (y - meanY - estimate * (x - meanX)) ** 2, 0);
  const freedom = points.length - 2;
  const halfWidth = studentQuantile((1 + confidence) / 2, freedom) * Math.sqrt(squares / freedom / spread);
  return { estimate, low: estimate - halfWidth, high: estimate + halfWidth };
}
