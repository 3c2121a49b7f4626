import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import { type IStatefulSet, StatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import {
  HorizontalPodAutoscaler,
  type IHorizontalPodAutoscaler,
} from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { type IJob, Job } from 'kubernetes-models/batch/v1/Job';
import { type IIngress, Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { type INetworkPolicy, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { type IPodDisruptionBudget, PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap, type IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { type INamespace, Namespace } from 'kubernetes-models/v1/Namespace';
import { type IService, Service } from 'kubernetes-models/v1/Service';

/** Everything that the stacks are made of. */
export type Resource =
  | IConfigMap
  | IDeployment
  | IHorizontalPodAutoscaler
  | IIngress
  | IJob
  | INamespace
  | INetworkPolicy
  | IPodDisruptionBudget
  | IService
  | IStatefulSet;

/** Each validates by the schema that Kubernetes publishes for it (OpenAPI). */
const models = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  StatefulSet,
};

/** What is wrong with a resource by its schema; undefined if nothing is. */
export function problemOf(resource: Resource): string | undefined {
  const { kind, apiVersion, metadata } = resource;
  const title = `${kind} ${metadata?.name ?? 'without a name'}`;
  const Model = (models as Partial<Record<string, new (data: never) => { apiVersion: string; validate(): void }>>)[
    kind
  ];
  if (!Model) return `${title}: not a kind that Jobly uses`;
  const model = new Model(resource as never);
  const expected = new Model({} as never).apiVersion;
  if (apiVersion !== expected) return `${title}: apiVersion must be ${expected}, not ${apiVersion}`;
  try {
    model.validate();
    return undefined;
  } catch (error) {
    return `${title}: ${(error as Error).message}`;
  }
}
