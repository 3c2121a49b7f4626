import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { MAX_REPLICAS, MIN_REPLICAS } from './capacity';
import { type Component, labelsOf } from './labels';

/** By CPU, which every cluster with a metrics server knows; the component requests-in-flight adds a better metric. */
export const autoscalerOf = (name: string, component: Component): IHorizontalPodAutoscaler => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name, labels: labelsOf(name, component) },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    minReplicas: MIN_REPLICAS,
    maxReplicas: MAX_REPLICAS,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  },
});

/** Of what a node is emptied of, one replica at a time; those that do not work anyway hold nobody up. */
export const disruptionBudgetOf = (name: string, component: Component): IPodDisruptionBudget => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, labels: labelsOf(name, component) },
  spec: {
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchLabels: labelsOf(name, component) },
  },
});
