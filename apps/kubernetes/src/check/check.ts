import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { read, say } from '@jobly/deployment';
import { parseAllDocuments, stringify } from 'yaml';
import { DEPLOY } from '../manifests/files';
import { deployable } from '../manifests/processes';
import { type Resource, problemOf } from '../manifests/validation';
import { someKubectl } from './fetched-kubectl';

/** A kustomization as a user writes one: a stack, with the component that scales it by requests in flight. */
const combined = (topology: string, from: string) => {
  const at = (path: string) => relative(from, resolve(DEPLOY, path));
  return stringify({ resources: [at(topology)], components: [at('components/requests-in-flight')] });
};

/**
 * Has kubectl build every kustomization, and validates what comes out by Kubernetes's schemas.
 * @returns whether nothing is wrong
 * @throws StartError if there is no kubectl, and none to be had
 */
export async function checkManifests(signal: AbortSignal): Promise<boolean> {
  const kubectl = await someKubectl(signal);
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'jobly-kustomization-')));
  try {
    let isGood = true;
    for (const topology of deployable) {
      writeFileSync(join(directory, 'kustomization.yaml'), combined(topology, directory));
      for (const folder of [`${DEPLOY}/${topology}`, `${DEPLOY}/kind/${topology}`, directory]) {
        const title = folder === directory ? `${topology} with requests-in-flight` : folder;
        const problems = await problemsIn(kubectl, folder, signal);
        for (const problem of problems) say(`✗ ${title}: ${problem}`);
        if (problems.length === 0) say(`✓ ${title}`);
        isGood &&= problems.length === 0;
      }
    }
    return isGood;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function problemsIn(kubectl: string, folder: string, signal: AbortSignal): Promise<string[]> {
  const built = await read([kubectl, 'kustomize', folder], { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    return { problem: (error as { stderr?: string }).stderr?.trim() ?? String(error) };
  });
  if (typeof built !== 'string') return [built.problem];
  const resources = parseAllDocuments(built).map((document) => document.toJS() as Resource);
  return resources.flatMap((resource) => problemOf(resource) ?? []);
}
