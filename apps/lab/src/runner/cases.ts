import type { Workload } from '../workload';
import type { Arm } from './arm';
import type { Case, Configuration } from './case';

/** Unlike that of any other case whose load is the experiment's own. */
export const caseNameOf = ({ name }: Workload, configuration: Configuration) => `${name}, ${configuration.name}`;

/** One case for each operation, under the experiment's own load. */
export const casesOf = (
  workloads: readonly Workload[],
  configuration: Configuration,
  armsFor: (workload: Workload) => Arm[],
): Case[] =>
  workloads.map((workload) => ({
    name: caseNameOf(workload, configuration),
    workload,
    configuration,
    arms: armsFor(workload),
  }));
