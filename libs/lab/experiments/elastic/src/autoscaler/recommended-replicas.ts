/** What a HorizontalPodAutoscaler is told: the metric that each replica should have on average, and its bounds. */
export interface ScalingTarget {
  perReplica: number;
  least: number;
  most: number;
}

/** What it sees of a deployment at one moment. */
export interface Seen {
  /** Replicas as they are wanted now, ready or not. */
  current: number;
  /** The metric of each ready replica; undefined where it is missing. */
  metrics: readonly (number | undefined)[];
  /** Those that are not ready yet. */
  starting: number;
}

/** The default of --horizontal-pod-autoscaler-tolerance. */
const TOLERANCE = 0.1;

/**
 * The number of replicas by Kubernetes' rule: ceil(current × metric ÷ target), unless the ratio is within the
 * tolerance. As long as it points upwards, replicas that are starting count as idle. A missing metric counts against the
 * direction: as idle when the rest points upwards, as on target when it points downwards. Neither may turn it around.
 *
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details, and
 * `calcPlainMetricReplicas` in pkg/controller/podautoscaler/replica_calculator.go
 */
export function recommendedReplicas({ current, metrics, starting }: Seen, { perReplica }: ScalingTarget): number {
  const known = metrics.filter((metric) => metric !== undefined);
  // Without any, the controller does nothing.
  if (known.length === 0) return current;
  const ratio = sumOf(known) / known.length / perReplica;
  const isUp = ratio > 1;
  const missing = metrics.length - known.length;
  if (missing === 0 && !(isUp && starting > 0)) return isTolerated(ratio) ? current : Math.ceil(ratio * known.length);

  const replicas = metrics.length + (isUp ? starting : 0);
  const assumed = sumOf(known) + (isUp ? 0 : missing * perReplica);
  const cautious = assumed / replicas / perReplica;
  if (isTolerated(cautious) || cautious > 1 !== isUp) return current;
  const wanted = Math.ceil(cautious * replicas);
  return isUp ? Math.max(current, wanted) : Math.min(current, wanted);
}

const isTolerated = (ratio: number) => 1 - TOLERANCE <= ratio && ratio <= 1 + TOLERANCE;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
