import type { Workload } from '@jobly/lab/system-under-test';
import type { Arm } from './arm';
import type { Case, Configuration } from './case';

/** One case for each operation, under the experiment's own load. */
export const casesOf = (
  workloads: readonly Workload[],
  configuration: Configuration,
  armsFor: (workload: Workload) => Arm[],
): Case[] =>
  workloads.map((workload) => ({
    name: `${workload.name}, ${configuration.name}`,
    workload,
    configuration,
    arms: armsFor(workload),
  }));
