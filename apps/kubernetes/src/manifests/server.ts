import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IService } from 'kubernetes-models/v1/Service';
import { shareOf } from './capacity';
import { labelsOf } from './labels';
import { podOf } from './pod';
import type { Process } from './processes';

const LIVE = '/health/live';
const READY = '/health/ready';

/** The replicas of a process. How many there are is the autoscaler's business. */
export function deploymentOf(process: Process, processes: number): IDeployment {
  const { name, port } = process;
  const labels = labelsOf(name, 'server');
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      selector: { matchLabels: labels },
      // A replica goes when its successor is ready, and nginx and callers, which look once a second, know it.
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      minReadySeconds: 5,
      progressDeadlineSeconds: 180,
      template: {
        metadata: { labels, annotations: scraped(port) },
        spec: {
          ...podOf(process, 'elsewhere', {
            ports: [{ name: 'http', containerPort: port }],
            resources: shareOf('server', processes),
            startupProbe: { httpGet: { path: LIVE, port: 'http' }, periodSeconds: 2, failureThreshold: 45 },
            readinessProbe: { httpGet: { path: READY, port: 'http' }, periodSeconds: 2, timeoutSeconds: 3 },
            livenessProbe: { httpGet: { path: LIVE, port: 'http' }, timeoutSeconds: 5, failureThreshold: 6 },
          }),
          topologySpreadConstraints: [
            {
              ...{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
              labelSelector: { matchLabels: labels },
            },
          ],
        },
      },
    },
  };
}

/** Where Prometheus finds the metrics, by the convention of its usual configuration. */
const scraped = (port: number) => ({
  'prometheus.io/scrape': 'true',
  'prometheus.io/port': String(port),
  'prometheus.io/path': '/metrics',
});

/**
 * The name that resolves to every replica, because callers and nginx balance themselves. Also to those that are not
 * ready: readiness is asked by nginx, and an overloaded replica that answers late must not be taken out (ADR 16).
 */
export function serviceOf({ name, port }: Process): IService {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: labelsOf(name, 'server') },
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: labelsOf(name, 'server'),
      ports: [{ name: 'http', port, targetPort: 'http' }],
    },
  };
}
