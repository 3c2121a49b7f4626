import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type System, systemIn, workspaceAt } from '@jobly/architecture';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IStatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { parse, parseAllDocuments } from 'yaml';
import { DEPLOY } from './files';
import type { Deployable } from './processes';
import type { Resource } from './validation';

export const root = join(import.meta.dirname, '../../../..');

let system: System | undefined;
/** The architecture that the code has. */
export const systemOfCode = (): System => (system ??= systemIn(workspaceAt(root)));

/** The resources in the files of a topology and of the base, as they are in the repository. */
export const resourcesOf = (topology: Deployable): Resource[] =>
  globSync([`base/*.yaml`, `${topology}/*.yaml`], { cwd: join(root, DEPLOY) })
    .filter((file) => !file.endsWith('kustomization.yaml'))
    .flatMap((file) => parseAllDocuments(readFileSync(join(root, DEPLOY, file), 'utf8')))
    .map((document) => document.toJS() as Resource);

type Workload = IDeployment | IStatefulSet | IJob;

export const workloadsOf = (topology: Deployable): Workload[] =>
  resourcesOf(topology).filter((one): one is Workload => ['Deployment', 'StatefulSet', 'Job'].includes(one.kind));

export const podOf = ({ spec }: Workload): IPodSpec => spec!.template.spec!;

export const containerOf = (workload: Workload): IContainer => podOf(workload).containers[0]!;

export const find = <K extends Workload['kind']>(topology: Deployable, kind: K, name: string) =>
  workloadsOf(topology).find((one) => one.kind === kind && one.metadata?.name === name) as Extract<
    Workload,
    { kind: K }
  >;

interface ComposeService {
  build?: { args: Record<string, string> };
  environment?: Record<string, string>;
  cpus?: string;
  mem_limit?: string;
}

/** The services of a compose file, with the defaults of its variables; every value is a string. */
export function composeOf(path: string): Record<string, ComposeService> {
  const text = readFileSync(join(root, path), 'utf8').replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
  return (parse(text, { merge: true, schema: 'failsafe' }) as { services: Record<string, ComposeService> }).services;
}
