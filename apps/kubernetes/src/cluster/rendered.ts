import { StartError } from '@jobly/contracts';
import { parseAllDocuments, stringify } from 'yaml';
import { DEPLOY } from '../manifests/files';
import { namespaceOf } from '../manifests/kustomizations';
import { VERSION } from '../manifests/pod';
import type { Deployable } from '../manifests/processes';
import type { Resource } from '../manifests/validation';
import type { Kubectl } from './kubectl';

/** Where a stack goes, and where its images come from. */
export interface Target {
  topology: Deployable;
  namespace: string;
  /** `undefined`: the images are loaded into the cluster's nodes. */
  registry?: string | undefined;
  version: string;
}

/** The images' names in the manifests. */
const IMAGE = new RegExp(`\\bjobly/([a-z-]+):${VERSION.replaceAll('.', '\\.')}`, 'g');

const WORD = /^[\w.-]+$/;

/**
 * A stack's resources, as kustomize makes them of the manifests.
 * @throws StartError for a version that is no tag of an image
 */
export async function render(
  kubectl: Pick<Kubectl, 'read'>,
  { topology, namespace, registry, version }: Target,
): Promise<Resource[]> {
  if (!WORD.test(version)) throw new StartError(`A version is a tag of an image, such as 0.2.0, not "${version}".`);
  const folder = registry === undefined ? `kind/${topology}` : topology;
  const text = await kubectl.read('kustomize', `${DEPLOY}/${folder}`);
  const named = text
    .replaceAll(IMAGE, (_, app: string) => imageOf(app, { registry, version }))
    .replaceAll(namespaceOf(topology), namespace);
  return parseAllDocuments(named).map((document) => document.toJS() as Resource);
}

export const imageOf = (app: string, { registry, version }: Pick<Target, 'registry' | 'version'>) =>
  `${registry ? `${registry.replace(/\/$/, '')}/` : ''}jobly/${app}:${version}`;

export const textOf = (resources: readonly object[]) => resources.map((one) => stringify(one)).join('---\n');

/** The workloads that serve, and what scales them: they come when the databases are ready for them. */
export const isServing = ({ kind }: Resource) => kind === 'Deployment' || kind === 'HorizontalPodAutoscaler';
