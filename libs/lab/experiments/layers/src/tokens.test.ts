import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cpuPerThousand } from '@jobly/lab/results';
import { FORGETFUL, tokensInWords } from './tokens';

const made = madeUpResults();
const costing = (estimate: number, reach: number) => ({
  ...made,
  comparisons: [
    {
      ...{ ...FORGETFUL, workload: made.workloads[0]!.name, as: 'difference' as const, metric: cpuPerThousand.name },
      ...{ unit: 'ms', bound: null, blocks: 8, interval: { estimate, low: estimate - reach, high: estimate + reach } },
    },
  ],
});

it('tokens that are signed and checked anew cost CPU time, if that can be told', () => {
  expect(tokensInWords(costing(160, 40))).toMatch(/would take 160 µs \(120 to 200\) of CPU time\.$/);
  expect(tokensInWords(costing(10, 40))).toMatch(/would take no detectable CPU time\.$/);
  expect(tokensInWords(made)).toBeUndefined();
});
