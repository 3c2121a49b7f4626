import { cpuPerThousand } from '@jobly/lab/results';
import { jobDetail } from '@jobly/lab/system-under-test';
import { asDeployed } from '../experiment/configurations';
import type { PairedExperiment } from '../experiment/experiment';
import { assertDeclared } from './assert-declared';

const load = { loop: 'closed', concurrency: 1 } as const;
const settings = { load, launches: 1, blocks: 6, blockMs: 1, leadInMs: 0, warmUp: 1 };

/** An experiment that compares these pairs of arms; its control is the first. */
function comparing(...pairs: [base: string, other: string][]): Pick<PairedExperiment, 'name' | 'design'> {
  const comparisons = pairs.map(([base, other]) => ({ base, other, as: 'ratio' as const, metric: cpuPerThousand }));
  const workloads = { all: [jobDetail], usual: { full: [jobDetail], quick: [jobDetail] } };
  return {
    name: 'made-up',
    design: {
      configurations: [asDeployed],
      settings: { full: settings, quick: settings },
      ...{ workloads, comparisons, control: comparisons[0]! },
    },
  };
}

const named = (...names: string[]) => names.map((name) => ({ name }));
const two = comparing(['a', 'a again'], ['b', 'c']);

describe('the arms of an experiment', () => {
  it('include all that it compares', () => {
    const all = named('a', 'a again', 'b', 'c');
    expect(() => assertDeclared(two, all, { isGroup: false })).not.toThrow();
    expect(() => assertDeclared(two, all.slice(0, 3), { isGroup: false })).toThrow('compares "c", which is none');
    expect(() => assertDeclared(two, all.slice(0, 2), { isGroup: false })).toThrow('compares "b"');
  });

  it('may lack those that are optional', () => {
    const optional = { ...two, design: { ...two.design, optional: ['c'] } };
    expect(() => assertDeclared(optional, named('a', 'a again', 'b'), { isGroup: false })).not.toThrow();
    expect(() => assertDeclared(optional, named('a', 'a again', 'c'), { isGroup: false })).toThrow('compares "b"');
  });

  it('may be those of a group, in which both of a comparison are missing', () => {
    expect(() => assertDeclared(two, named('b', 'c'), { isGroup: true })).not.toThrow();
    expect(() => assertDeclared(two, named('a', 'a again', 'b'), { isGroup: true })).toThrow('compares "c"');
  });
});
