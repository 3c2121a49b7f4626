import type { Experiment } from '../experiments/experiment';
import { Failure } from '../failure';
import type { Workload } from '../workload';
import type { RunOptions } from './options';
import type { Settings } from './settings';

/** The operations to be measured. @throws Failure naming one that there is not */
export function chosenWorkloads({ workloads }: Experiment, names: string[] | undefined): readonly Workload[] {
  const { all, usual } = workloads;
  if (!names) return usual;
  return [...new Set(names)].map((name) => {
    const found = all.find((workload) => workload.name === name);
    if (found) return found;
    throw new Failure(`There is no operation "${name}"; there are ${all.map((one) => one.name).join(', ')}.`);
  });
}

/** The experiment's own settings, but for what the user wants otherwise. */
export function chosenSettings({ settings }: Experiment, { quick, rate, blocks, seed }: RunOptions): Settings {
  const usual = settings[quick ? 'quick' : 'full'];
  const load = usual.load.loop === 'open' ? { ...usual.load, rate: rate ?? usual.load.rate } : usual.load;
  return { ...usual, load, blocks: blocks ?? usual.blocks, seed };
}
