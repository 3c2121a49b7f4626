import { madeUpResults } from '@jobly/lab/fixtures/results';
import { type Results, throughput } from '@jobly/lab/results';
import { FLOOR, floorInWords, STACKS } from './floor';

/** A run of two launches in which the arms answered so many requests in every block of a second. */
function aRun(answered: Record<string, number>): Results {
  const made = madeUpResults();
  const [block] = made.blocks;
  const { workload } = block!;
  return {
    ...made,
    comparisons: [FLOOR, STACKS].map(({ base, other }) => {
      const estimate = answered[other]! / answered[base]!;
      return {
        ...{ workload, base, other, as: 'ratio', metric: throughput.name, unit: '', bound: null, blocks: 4 },
        interval: { estimate, low: estimate - 0.01, high: estimate + 0.01 },
      };
    }),
    blocks: [0, 1, 2, 3].flatMap((pair) =>
      Object.entries(answered).map(([arm, requests]) => ({
        ...{ ...block!, arm, pair, launch: pair % 2 },
        result: { ...block!.result, answered: requests, measuredMs: 1_000 },
      })),
    ),
  };
}

const answered = { bare: 5_000, 'bare split': 2_500, monolith: 2_000, micro: 800 };

describe('the floor', () => {
  it('is what a bare server keeps when it is split, and the microservices come so near to it', () => {
    expect(floorInWords(aRun(answered))).toMatch(
      /serves 0\.50 \(0\.49 to 0\.51\) of the requests\/s of .*, and the microservices 0\.40 \(0\.39 to 0\.41\) of the monolith’s: 0\.80 \(0\.80 to 0\.80\) of that floor\.$/,
    );
  });

  it('is unknown to a run that ended before the pairs were complete', () => {
    const run = aRun(answered);
    expect(
      floorInWords({ ...run, blocks: run.blocks.filter(({ arm, pair }) => arm !== 'micro' || pair < 3) }),
    ).toBeUndefined();
    expect(floorInWords({ ...run, comparisons: [] })).toBeUndefined();
  });
});
