import { canConfine, Failure } from '@jobly/lab/instrument';
import { mix, mixOf, type Workload } from '@jobly/lab/system-under-test';
import type { Design } from '../experiment/design';
import type { Experiment, PairedExperiment, Study } from '../experiment/experiment';
import type { Configuration } from '../experiment/case';
import type { RunOptions } from './options';
import type { Settings } from '../experiment/settings';

/** An experiment with the choices for this run. */
export type Chosen =
  | { kind: 'paired'; experiment: PairedExperiment; workloads: readonly Workload[]; settings: Settings }
  | { kind: 'study'; experiment: Study };

/**
 * The choices of the user.
 * @throws Failure naming an operation that does not exist, or a flag's value that means nothing
 */
export function chosenFor(experiment: Experiment, options: RunOptions): Chosen {
  assertOwnData(options);
  experiment.assertFlags?.(options.flags ?? []);
  const { kind } = experiment;
  if (kind === 'study') return { kind, experiment };
  const { design } = experiment;
  return {
    kind,
    experiment,
    workloads: chosenWorkloads(design, options),
    settings: chosenSettings(design, options),
  };
}

/** @throws Failure if data is chosen for stacks that have theirs */
function assertOwnData({ addresses, data }: RunOptions): void {
  if (!addresses || !data) return;
  throw new Failure('Stacks that run already have their own data: --data is for stacks that the lab starts.');
}

/**
 * The operations to measure.
 * @throws Failure naming one that does not exist
 */
function chosenWorkloads(design: Design, options: RunOptions): readonly Workload[] {
  const chosen = namedWorkloads(design, options);
  const { writes } = options;
  return writes === undefined ? chosen : chosen.map((workload) => (workload === mix ? mixOf({ writes }) : workload));
}

function namedWorkloads({ workloads }: Design, { operations, quick }: RunOptions): readonly Workload[] {
  const { all, usual } = workloads;
  if (!operations) return usual[quick ? 'quick' : 'full'];
  return [...new Set(operations)].map((name) => {
    const found = all.find((workload) => workload.name === name);
    if (found) return found;
    throw new Failure(`There is no operation "${name}"; there are ${all.map((one) => one.name).join(', ')}.`);
  });
}

/**
 * The design's own settings, except for those that the user overrides.
 * @throws Failure for too few pairs of blocks, and for a precision that would be one of nothing
 */
function chosenSettings({ settings, comparisons }: Design, options: RunOptions): Settings {
  const { quick, rate, seed, precision = null, addresses } = options;
  const usual = settings[quick ? 'quick' : 'full'];
  const load = usual.load.loop === 'open' ? { ...usual.load, rate: rate ?? usual.load.rate } : usual.load;
  if (addresses && options.launches !== undefined) {
    throw new Failure(
      'Stacks that run already are in their only launch: --launches is for stacks that the lab starts.',
    );
  }
  if (precision !== null && comparisons.every(({ as }) => as === 'difference')) {
    throw new Failure('--precision is a share of a ratio, and this experiment compares by differences.');
  }
  const launches = addresses ? 1 : (options.launches ?? usual.launches);
  const blocks = options.blocks ?? Math.max(usual.blocks, evenAtLeast(FEWEST_PAIRS / launches));
  if (launches * blocks < FEWEST_PAIRS) {
    throw new Failure(
      `${launches * blocks} pairs of blocks make no interval worth printing: --launches times --blocks must be at least ${FEWEST_PAIRS}.`,
    );
  }
  return { ...usual, load, launches, blocks, seed, precision };
}

/** Pairs of blocks over all launches. */
const FEWEST_PAIRS = 6;

const evenAtLeast = (number: number) => 2 * Math.ceil(number / 2);

/** Processes that the lab has not started, or that run on another operating system, stay on their CPUs. */
export function possibleConfigurations({ configurations }: Design, { addresses }: RunOptions): Configuration[] {
  return configurations
    .filter(({ cpus }) => cpus === undefined || (!addresses && canConfine(cpus)))
    .map((one) => (addresses ? { ...one, description: 'two stacks that were running already' } : one));
}
