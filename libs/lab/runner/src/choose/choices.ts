import { canConfine, Failure } from '@jobly/lab/instrument';
import type { Workload } from '@jobly/lab/system-under-test';
import type { Experiment } from '../experiment/experiment';
import type { Configuration } from '../experiment/case';
import type { RunOptions } from './options';
import type { Settings } from '../experiment/settings';

/** The operations to be measured. @throws Failure naming one that there is not */
export function chosenWorkloads({ workloads }: Experiment, { operations, quick }: RunOptions): readonly Workload[] {
  const { all, usual } = workloads;
  if (!operations) return usual[quick ? 'quick' : 'full'];
  return [...new Set(operations)].map((name) => {
    const found = all.find((workload) => workload.name === name);
    if (found) return found;
    throw new Failure(`There is no operation "${name}"; there are ${all.map((one) => one.name).join(', ')}.`);
  });
}

/** The experiment's own settings, but for what the user wants otherwise. */
export function chosenSettings({ settings }: Experiment, options: RunOptions): Settings {
  const { quick, rate, blocks, seed, precision = null } = options;
  const usual = settings[quick ? 'quick' : 'full'];
  const load = usual.load.loop === 'open' ? { ...usual.load, rate: rate ?? usual.load.rate } : usual.load;
  return { ...usual, load, blocks: blocks ?? usual.blocks, seed, precision };
}

/** Processes that the lab has not started, or on another system, stay on whatever CPUs they are. */
export function possibleConfigurations({ configurations }: Experiment, { addresses }: RunOptions): Configuration[] {
  return configurations
    .filter(({ cpus }) => cpus === undefined || (!addresses && canConfine(cpus)))
    .map((one) => (addresses ? { ...one, description: 'two stacks that were running already' } : one));
}
