import { madeUpResults } from '../results.fixture';
import { pairsInWords } from './pairs';

/** A run planned with six pairs, in which each operation got so many. */
function runWith(...pairs: (number | null)[]) {
  const made = madeUpResults();
  const [workload] = made.workloads;
  return { ...made, workloads: pairs.map((number, index) => ({ ...workload!, name: `${index}`, pairs: number })) };
}

describe('the number of pairs', () => {
  it('is that of the pairs that were begun, not of the planned ones', () => {
    expect(pairsInWords(runWith(3, 3))).toBe('3 pairs of blocks');
    expect(pairsInWords(runWith(1))).toBe('1 pair of blocks');
    expect(pairsInWords(runWith(5, 2, 6))).toBe('2 to 6 pairs of blocks');
  });

  it('goes with that of the launches, if there were several', () => {
    const run = runWith(10);
    expect(pairsInWords({ ...run, settings: { ...run.settings, launches: 5 } })).toBe(
      '10 pairs of blocks in 5 launches',
    );
  });

  it('is the planned one in results that do not say', () => {
    const run = runWith(null, null);
    expect(pairsInWords(run)).toBe(`${run.settings.blocks} pairs of blocks`);
  });
});
