import { Failure } from '@jobly/lab/instrument';
import { dataSize, jobDetail, mix } from '@jobly/lab/system-under-test';
import { responseP50 } from '@jobly/lab/results';
import { asDeployed } from '../experiment/configurations';
import type { PairedExperiment } from '../experiment/experiment';
import { chosenFor } from './choices';
import type { RunOptions } from './options';

const settings = { launches: 3, blocks: 2, blockMs: 1_000, leadInMs: 100, warmUp: 100 };
const load = { loop: 'closed', concurrency: 1 } as const;
const control = { base: 'monolith', other: 'micro', metric: responseP50 };

const experiment: PairedExperiment = {
  ...{ kind: 'paired', name: 'any', question: '?', hypothesis: '', stacks: 'any' },
  design: {
    configurations: [asDeployed],
    settings: { full: { ...settings, load }, quick: { ...settings, load } },
    workloads: { all: [mix, jobDetail], usual: { full: [mix, jobDetail], quick: [mix] } },
    comparisons: [{ ...control, as: 'ratio' }],
    control,
  },
  arms: () => ({ arms: [] }),
  cases: () => [],
};

const options: RunOptions = {
  ...{ quick: false, seed: 1, json: false },
  admin: { username: 'a', password: 'b' },
};

function workloadsWith(more: Partial<RunOptions>) {
  const chosen = chosenFor(experiment, { ...options, ...more });
  return chosen.kind === 'paired' ? chosen.workloads : [];
}

describe('the share of writes', () => {
  it('is that of the mix, and of nothing else', () => {
    const [mixed, other] = workloadsWith({ writes: 0.5 });
    const writes = Object.entries(mixed!.mix!).filter(([operation]) => operation.startsWith('PATCH'));
    expect(writes.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(0.5);
    expect(Object.values(mixed!.mix!).reduce((sum, share) => sum + share)).toBeCloseTo(1);
    expect(other).toBe(jobDetail);
  });

  it('can be none at all', () => {
    expect(Object.keys(workloadsWith({ writes: 0 })[0]!.mix!).join()).not.toContain('PATCH');
  });
});

describe('the size of the data', () => {
  it('cannot be chosen for stacks that run already', () => {
    const addresses = { monolith: 'http://127.0.0.1:1', micro: 'http://127.0.0.1:2' };
    expect(() => workloadsWith({ data: dataSize('1k'), addresses })).toThrow(
      'Stacks that run already have their own data: --data is for stacks that the lab starts.',
    );
  });
});

describe('a flag of the experiment’s own', () => {
  it('is refused with a value that means nothing, before anything starts', () => {
    const assertFlags = (flags: readonly string[]) => {
      throw new Failure(`--${flags.join()} means nothing.`);
    };
    expect(() => chosenFor({ ...experiment, assertFlags }, { ...options, flags: ['only nothing'] })).toThrow(
      '--only nothing means nothing.',
    );
  });
});
