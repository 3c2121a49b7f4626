import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { IService } from 'kubernetes-models/v1/Service';
import { shareOf } from './capacity';
import { labelsOf } from './labels';
import { restricted, unprivileged } from './security';

export const PROXY = 'nginx';
export const PROXY_PORT = 8080;

/** The user `nginx` of the image. */
const USER = 101;

const CONFIGURATION = '/jobly/nginx';
const RUN = '/run/nginx';

/** Everything that a Service or an Ingress sends here while it has not heard that this replica is going. */
const STILL_COMING_SECONDS = 5;

const labels = labelsOf(PROXY, 'proxy');

/** Keys of a ConfigMap are no paths. */
export const keyOfFile = (file: string) => file.replaceAll('/', '.');

/** nginx as in the compose files: its scripts find the replicas by name, and take in those that are ready. */
export function proxy(files: readonly string[]): [IDeployment, IService] {
  const deployment: IDeployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: PROXY, labels },
    spec: {
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels },
        spec: {
          ...unprivileged(USER),
          // Requests take 10 s at most (proxy.conf).
          terminationGracePeriodSeconds: STILL_COMING_SECONDS + 15,
          containers: [
            {
              name: PROXY,
              image: 'nginx:1.28',
              command: ['sh', `${CONFIGURATION}/start.sh`],
              envFrom: [{ configMapRef: { name: 'nginx-settings' } }],
              ports: [{ name: 'http', containerPort: PROXY_PORT }],
              resources: shareOf('proxy'),
              // The image's stop signal is SIGQUIT, at which nginx finishes what it has begun.
              lifecycle: { preStop: { sleep: { seconds: STILL_COMING_SECONDS } } },
              startupProbe: { tcpSocket: { port: 'http' }, periodSeconds: 1, failureThreshold: 60 },
              readinessProbe: { httpGet: { path: '/health/ready', port: 'http' }, periodSeconds: 2, timeoutSeconds: 3 },
              livenessProbe: { tcpSocket: { port: 'http' }, timeoutSeconds: 5, failureThreshold: 6 },
              securityContext: restricted,
              volumeMounts: [
                { name: 'configuration', mountPath: CONFIGURATION, readOnly: true },
                { name: 'run', mountPath: RUN },
              ],
            },
          ],
          volumes: [
            {
              name: 'configuration',
              configMap: { name: PROXY, items: files.map((path) => ({ key: keyOfFile(path), path })) },
            },
            { name: 'run', emptyDir: { medium: 'Memory', sizeLimit: '96Mi' } },
          ],
        },
      },
    },
  };
  const service: IService = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: PROXY, labels },
    spec: { selector: labels, ports: [{ name: 'http', port: PROXY_PORT, targetPort: 'http' }] },
  };
  return [deployment, service];
}

/** The way in, for any controller: it only passes on to nginx, which balances and caches. */
export const ingressOf = (host: string): IIngress => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: PROXY, labels },
  spec: {
    rules: [
      {
        host,
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: PROXY, port: { name: 'http' } } } }],
        },
      },
    ],
  },
});
