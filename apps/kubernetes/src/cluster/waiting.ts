import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import type { IPod } from 'kubernetes-models/v1/Pod';
import type { Kubectl } from './kubectl';

const LOOK_EVERY_MS = 1_000;
const PATIENCE_SECONDS = 300;

/** Why a container does not even start. */
const HOPELESS = [
  'ErrImageNeverPull',
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'CreateContainerConfigError',
];

/**
 * Waits until all migrations are done.
 * @throws StartError with the last words of one that has failed, or naming an image or a secret that is missing.
 */
export async function awaitMigrations(kubectl: Kubectl, namespace: string, signal: AbortSignal): Promise<void> {
  for (let seconds = 0; seconds < PATIENCE_SECONDS; seconds++) {
    const jobs = await listed<IJob>(kubectl, 'jobs', namespace);
    const has = ({ status }: IJob, type: string) =>
      status?.conditions?.some((one) => one.type === type && one.status === 'True') ?? false;
    const failed = jobs.find((job) => has(job, 'Failed'));
    if (failed) throw await failureOf(kubectl, namespace, failed.metadata!.name!);
    if (jobs.every((job) => has(job, 'Complete'))) return;
    await requireStartable(kubectl, namespace);
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }
  throw new StartError(
    `The databases are not ready after five minutes; see kubectl get pods --namespace ${namespace}.`,
  );
}

async function failureOf(kubectl: Kubectl, namespace: string, name: string): Promise<StartError> {
  const log = await kubectl.read('logs', `job/${name}`, '--namespace', namespace, '--tail', '5').catch(() => '');
  return new StartError(`${name} has failed, so what serves has been left as it was:\n${log.trimEnd()}`);
}

/** @throws StartError if a container waits for what will not come. */
export async function requireStartable(kubectl: Kubectl, namespace: string): Promise<void> {
  for (const { metadata, status, spec } of await listed<IPod>(kubectl, 'pods', namespace)) {
    const stuck = status?.containerStatuses?.find(({ state }) => HOPELESS.includes(state?.waiting?.reason ?? ''));
    if (!stuck) continue;
    const { reason, message = '' } = stuck.state!.waiting!;
    const image = spec?.containers.find(({ name }) => name === stuck.name)?.image;
    const advice = reason!.includes('Image') ? `build it, or name another one with --version` : `see npm run k8s -- up`;
    throw new StartError(`${metadata?.name} cannot start from ${image}: ${reason} ${message}; ${advice}.`);
  }
}

async function listed<T>(kubectl: Kubectl, kind: string, namespace: string): Promise<T[]> {
  const selector = 'app.kubernetes.io/part-of=jobly';
  const text = await kubectl.read('get', kind, '--namespace', namespace, '--selector', selector, '--output', 'json');
  return (JSON.parse(text) as { items: T[] }).items;
}
