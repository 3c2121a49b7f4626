import type { IMetricSpec } from 'kubernetes-models/autoscaling/v2/MetricSpec';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { podsOf } from './labels';
import type { Process } from './processes';

const METRIC = 'http_requests_in_flight';

/** Half of what a replica is never too full for (16, libs/chassis): more of them come before requests are refused. */
const PER_REPLICA = '8';

export const inFlight: IMetricSpec = {
  type: 'Pods',
  pods: { metric: { name: METRIC }, target: { type: 'AverageValue', averageValue: PER_REPLICA } },
};

/**
 * How prometheus-adapter gets the metric, as values of its Helm chart. By Little's law the mean number of requests in
 * flight is the time that they take in all, per second: https://en.wikipedia.org/wiki/Little%27s_law
 */
export const adapterValues = {
  rules: {
    custom: [
      {
        seriesQuery: 'http_request_duration_seconds_sum{namespace!="",pod!=""}',
        resources: { overrides: { namespace: { resource: 'namespace' }, pod: { resource: 'pod' } } },
        name: { as: METRIC },
        metricsQuery: 'sum(rate(<<.Series>>{<<.LabelMatchers>>}[1m])) by (<<.GroupBy>>)',
      },
    ],
  },
};

/** Prometheus, in the namespace `monitoring`, may read metrics. */
export const scraping = (processes: readonly Pick<Process, 'port'>[]): INetworkPolicy => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'metrics' },
  spec: {
    podSelector: podsOf(['server']),
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
        ports: processes.map(({ port }) => ({ protocol: 'TCP' as const, port })),
      },
    ],
  },
});
