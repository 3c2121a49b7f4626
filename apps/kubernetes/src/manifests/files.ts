import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type System, type Workspace, systemIn } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { stringify } from 'yaml';
import { databaseOf } from './database';
import { adapterValues, inFlight, scraping } from './in-flight';
import * as kustomizations from './kustomizations';
import { migrationOf } from './migration';
import { commonPolicies, entrance, policiesOf } from './policies';
import { type Deployable, type Process, deployable, processesOf } from './processes';
import { PROXY, ingressOf, proxy } from './proxy';
import { autoscalerOf, disruptionBudgetOf } from './scaling';
import { deploymentOf, serviceOf } from './server';
import { type Resource, problemOf } from './validation';

/** The documents of each file, by its path. */
type Documents = Record<string, object[]>;

/** The folder of all manifests, below the root of the workspace. */
export const DEPLOY = 'deploy/kubernetes';

const HEADER =
  '# Written by "npm run k8s -- manifests", from the code. Changes belong there: apps/kubernetes/src/manifests.\n';

const NGINX = 'docker/nginx';

/**
 * All manifests, from the code: path and text.
 * @throws StartError if one does not fit Kubernetes's own schema
 */
export function filesIn(workspace: Workspace): Map<string, string> {
  const system = systemIn(workspace);
  const nginx = globSync('**/*.{conf,sh}', { cwd: join(workspace.root, NGINX) }).sort();
  const files: Documents = {
    [`${NGINX}/kustomization.yaml`]: [kustomizations.nginxFiles(nginx)],
    ...below('base', {
      kustomization: [kustomizations.base],
      nginx: valid([...proxy(nginx), autoscalerOf(PROXY, 'proxy'), disruptionBudgetOf(PROXY, 'proxy')]),
      policies: valid(commonPolicies),
    }),
    ...below('components/local-images', { kustomization: [kustomizations.localImages] }),
    ...below('components/requests-in-flight', {
      kustomization: [kustomizations.requestsInFlight(inFlight)],
      policy: valid([scraping(portsIn(system))]),
      'prometheus-adapter.values': [adapterValues],
    }),
  };
  for (const topology of deployable) Object.assign(files, ofTopology(topology, processesOf(system, topology)));
  return new Map(Object.entries(files).map(([path, documents]) => [path, textOf(documents)]));
}

function ofTopology(topology: Deployable, processes: readonly Process[]): Documents {
  const parts = Object.fromEntries(processes.map((process) => [process.name, valid(resourcesOf(process, processes))]));
  const entrances = processes.filter(({ isPublic }) => isPublic).map(entrance);
  const way = [ingressOf(`${kustomizations.namespaceOf(topology)}.localhost`), ...entrances];
  const names = ['namespace', ...Object.keys(parts), 'entrance'].map((name) => `${name}.yaml`);
  return {
    ...below(topology, {
      kustomization: [kustomizations.ofTopology(topology, processes, names)],
      namespace: valid([namespace(kustomizations.namespaceOf(topology))]),
      ...parts,
      entrance: valid(way),
    }),
    ...below(`kind/${topology}`, { kustomization: [kustomizations.onKind(topology)] }),
  };
}

function resourcesOf(process: Process, processes: readonly Process[]): Resource[] {
  const { name, database } = process;
  const databases = processes.filter((one) => one.database).length;
  return [
    deploymentOf(process, processes.length),
    serviceOf(process),
    autoscalerOf(name, 'server'),
    disruptionBudgetOf(name, 'server'),
    ...(database ? [migrationOf(process, processes.length), ...databaseOf(process, database, databases)] : []),
    ...policiesOf(process, processes),
  ];
}

const namespace = (name: string): Resource => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
});

const portsIn = (system: System) => deployable.flatMap((topology) => processesOf(system, topology));

const below = (folder: string, files: Documents): Documents =>
  Object.fromEntries(Object.entries(files).map(([name, documents]) => [`${DEPLOY}/${folder}/${name}.yaml`, documents]));

function valid(resources: Resource[]): Resource[] {
  const problem = resources.map(problemOf).find((one) => one !== undefined);
  if (problem) throw new StartError(`Kubernetes would refuse this: ${problem}.`);
  return resources;
}

const textOf = (documents: object[]) =>
  HEADER +
  documents.map((document) => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n');
