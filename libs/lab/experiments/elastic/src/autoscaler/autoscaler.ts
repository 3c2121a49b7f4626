import { recommendedReplicas, type ScalingTarget, type Seen } from './recommended-replicas';

/** Upwards, so many are allowed in a period, or a doubling, whichever is more: the default policies of scaleUp. */
const MOST_ADDED = 4;

/**
 * Decides again and again how many replicas a deployment has, as a HorizontalPodAutoscaler with the default behaviour
 * does: upwards at once, downwards to the highest recommendation of the stabilisation window, within the bounds.
 *
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#default-behavior
 */
export function createAutoscaler(
  target: ScalingTarget,
  stabilisationMs: number,
): (seen: Seen, nowMs: number) => number {
  let recommendations: { atMs: number; replicas: number }[] = [];
  return (seen, nowMs) => {
    const recommended = recommendedReplicas(seen, target);
    recommendations = recommendations.filter(({ atMs }) => atMs > nowMs - stabilisationMs);
    recommendations.push({ atMs: nowMs, replicas: recommended });
    const highest = Math.max(...recommendations.map(({ replicas }) => replicas));
    const stable = recommended > seen.current ? recommended : Math.min(seen.current, highest);
    const allowed = Math.min(stable, Math.max(2 * seen.current, seen.current + MOST_ADDED));
    return Math.max(target.least, Math.min(target.most, allowed));
  };
}
