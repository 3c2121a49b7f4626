import { StartError } from '@jobly/contracts';
import { step } from '@jobly/deployment';
import { type Kubectl, findKubectl } from './kubectl';

const OURS = ['--selector', 'app.kubernetes.io/part-of=jobly', '--ignore-not-found'];

/** In this order: what serves goes before what it needs, and nothing is started anew meanwhile. */
const KINDS = [
  'horizontalpodautoscalers',
  'ingresses',
  'deployments',
  'jobs',
  'statefulsets',
  'services',
  'poddisruptionbudgets',
  'networkpolicies',
  'configmaps',
];

/**
 * Removes what is labelled as Jobly's from a namespace; data and secrets only on request. The namespace stays.
 * @throws StartError for a namespace that somebody else has made.
 */
export async function down(namespace: string, { volumes }: { volumes: boolean }, signal: AbortSignal): Promise<void> {
  const kubectl = await findKubectl(process.env, signal);
  await requireOurs(kubectl, namespace);
  const kinds = [...KINDS, ...(volumes ? ['persistentvolumeclaims', 'secrets'] : [])];
  await step('Removing', () => kubectl.do(['delete', kinds.join(), '--namespace', namespace, ...OURS]));
}

async function requireOurs(kubectl: Kubectl, namespace: string): Promise<void> {
  const found = await kubectl.read('get', 'namespace', namespace, ...['--ignore-not-found', '--output', 'json']);
  if (found.trim() === '') throw new StartError(`There is no namespace ${namespace} in ${kubectl.context}.`);
  const { metadata } = JSON.parse(found) as { metadata: { labels?: Record<string, string> } };
  if (metadata.labels?.['app.kubernetes.io/part-of'] === 'jobly') return;
  throw new StartError(`The namespace ${namespace} is not labelled as Jobly’s, so nothing in it is removed.`);
}
