import { levenbergMarquardt } from 'ml-levenberg-marquardt';

/** So many replicas, and what they served together (requests/s). */
export interface Point {
  replicas: number;
  rate: number;
}

/**
 * Gunther's Universal Scalability Law ("Guerrilla Capacity Planning", 2007):
 * rate = λ n ÷ (1 + σ (n − 1) + κ n (n − 1)).
 */
export interface Law {
  /** λ: what a single replica serves (requests/s). */
  single: number;
  /** σ: the share of the work for which replicas queue. */
  contention: number;
  /** κ: what each pair of replicas costs, to stay coherent. */
  coherency: number;
}

/** The law's own form, in multiples of λ. */
const shareOf = (replicas: number, contention: number, coherency: number) =>
  replicas / (1 + contention * (replicas - 1) + coherency * replicas * (replicas - 1));

export const rateAt = ({ single, contention, coherency }: Law, replicas: number) =>
  single * shareOf(replicas, contention, coherency);

/** How many replicas serve the most; undefined if more always serve more. */
export const peakOf = ({ contention, coherency }: Law): number | undefined =>
  coherency > 0 && contention < 1 ? Math.sqrt((1 - contention) / coherency) : undefined;

/** The least of λ (in multiples of what one replica serves), σ and κ. */
export type Least = readonly [single: number, contention: number, coherency: number];

/** Below nothing, because noise must be able to show that there is nothing. */
const SIGNED: Least = [0.1, -0.3, -0.05];

/** For a prediction: what noise gains a few replicas, many would gain without end. */
export const NO_GAIN: Least = [0.1, 0, 0];

const MOST: [number, number, number] = [10, 2, 1];

/**
 * The law that comes closest to the points, by least squares.
 * @throws RangeError for points of fewer than three numbers of replicas
 */
export function fitted(points: readonly Point[], least: Least = SIGNED): Law {
  const counts = new Set(points.map(({ replicas }) => replicas));
  if (counts.size < 3) throw new RangeError(`Three numbers are not found from ${counts.size} numbers of replicas`);
  // In multiples of one replica's rate all three are of similar size, as the algorithm wants them.
  const unit = points[0]!.rate / points[0]!.replicas;
  const { parameterValues } = levenbergMarquardt(
    { x: points.map(({ replicas }) => replicas), y: points.map(({ rate }) => rate / unit) },
    ([single, contention, coherency]) =>
      (replicas) =>
        single! * shareOf(replicas, contention!, coherency!),
    {
      initialValues: [1, 0.01, 0.001],
      minValues: [...least],
      maxValues: MOST,
      damping: 0.01,
      gradientDifference: 1e-4,
      centralDifference: true,
      maxIterations: 30,
      errorTolerance: 1e-9,
    },
  );
  const [single, contention, coherency] = parameterValues as [number, number, number];
  return { single: single * unit, contention, coherency };
}

/** Whether the fit has gone as far as it may: the law does not describe such points. */
export const isAtLimit = ({ contention, coherency }: Law): boolean => contention >= MOST[1] || coherency >= MOST[2];

/** R²: the share of the points' variance that the law explains. */
export function explained(law: Law, points: readonly Point[]): number {
  const mean = points.reduce((sum, { rate }) => sum + rate, 0) / points.length;
  const squares = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point) ** 2, 0);
  return 1 - squares(({ replicas, rate }) => rate - rateAt(law, replicas)) / squares(({ rate }) => rate - mean);
}
