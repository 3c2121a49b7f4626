import { PART_OF } from './labels';
import type { Deployable, Process } from './processes';
import { PROXY, keyOfFile } from './proxy';

/** A kustomization or a component, as far as it is used here. */
export interface Kustomization {
  apiVersion: 'kustomize.config.k8s.io/v1beta1' | 'kustomize.config.k8s.io/v1alpha1';
  kind: 'Kustomization' | 'Component';
  namespace?: string;
  resources?: string[];
  components?: string[];
  labels?: { pairs: Record<string, string>; includeTemplates: boolean }[];
  configMapGenerator?: { name: string; behavior?: 'merge'; literals?: string[]; files?: string[] }[];
  patches?: { target: { kind: string; name?: string; labelSelector?: string }; patch: string }[];
}

const kustomization = (content: Omit<Kustomization, 'apiVersion' | 'kind'>): Kustomization => ({
  ...{ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' },
  ...content,
});

const component = (content: Omit<Kustomization, 'apiVersion' | 'kind'>): Kustomization => ({
  ...{ apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' },
  ...content,
});

/** In docker/nginx itself: a kustomization reads only files below it. */
export const nginxFiles = (files: readonly string[]): Kustomization =>
  kustomization({
    configMapGenerator: [{ name: PROXY, files: files.map((file) => `${keyOfFile(file)}=${file}`) }],
  });

/** What people decide, with the defaults of the compose files. A change makes new pods. */
const settings = {
  nginx: {
    LOAD_BALANCING: 'round-robin',
    CACHE_TTL: 'off',
    CACHE_TTL_NOT_FOUND: '1s',
    AUTH_RATE_LIMIT: '600',
    ACCESS_LOG: 'off',
    // The Ingress controller, whose X-Forwarded-For has the client's address.
    TRUST_PROXY: 'uniquelocal',
  },
  apps: {
    AUTH_MODE: 'jwks',
    DATA_SHARING: 'call',
    LOG_LEVEL: 'info',
    LOGIN_FAILURE_LIMIT: '20',
    PASSWORD_MIN_LENGTH: '5',
    SEED: 'true',
  },
};

const literals = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => `${name}=${value}`);

/** What every topology has: nginx, and policies that forbid everything else. */
export const base = kustomization({
  resources: ['../../../docker/nginx', 'nginx.yaml', 'policies.yaml'],
  configMapGenerator: [
    { name: 'nginx-settings', literals: literals(settings.nginx) },
    { name: 'settings', literals: literals(settings.apps) },
  ],
});

export const namespaceOf = (topology: Deployable) => `jobly-${topology}`;

export const ofTopology = (topology: Deployable, processes: readonly Process[], files: string[]): Kustomization =>
  kustomization({
    namespace: namespaceOf(topology),
    resources: ['../base', ...files],
    labels: [{ pairs: { ...PART_OF, 'app.kubernetes.io/instance': topology }, includeTemplates: true }],
    configMapGenerator: processes
      .filter(({ isPublic }) => isPublic)
      .map(({ name, port }) => ({
        ...{ name: 'nginx-settings', behavior: 'merge', literals: [`REPLICAS=${name}:${port}`] },
      })),
  });

const neverPulled = (path: string) => JSON.stringify([{ op: 'add', path, value: 'Never' }]);

/** The apps' images come from this machine (kind load, minikube image load): one that is missing fails at once. */
export const localImages = component({
  patches: ['Deployment', 'Job'].map((kind) => ({
    target: { kind, labelSelector: 'app.kubernetes.io/component in (server, migration)' },
    patch: neverPulled('/spec/template/spec/containers/0/imagePullPolicy'),
  })),
});

export const onKind = (topology: Deployable): Kustomization =>
  kustomization({ resources: [`../../${topology}`], components: ['../../components/local-images'] });

/** Needs prometheus-adapter, with the rule beside it. */
export const requestsInFlight = (metric: object): Kustomization =>
  component({
    resources: ['policy.yaml'],
    patches: [
      {
        target: { kind: 'HorizontalPodAutoscaler', labelSelector: 'app.kubernetes.io/component=server' },
        patch: JSON.stringify([{ op: 'add', path: '/spec/metrics/-', value: metric }]),
      },
    ],
  });
