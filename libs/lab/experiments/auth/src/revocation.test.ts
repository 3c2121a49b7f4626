import { measuredBlock } from '@jobly/lab/fixtures/results';
import { asDeployed, type MeasuredScene } from '@jobly/lab/runner';
import { createJob, ownProfile } from '@jobly/lab/system-under-test';
import { tradeoff } from './revocation';

const MODE = 'monolith: jwks';
const BASE = 'monolith: no authentication';

const caseOf = (name: string, workload = createJob): MeasuredScene['cases'][number] => ({
  name,
  workload,
  arms: [],
  configuration: asDeployed,
});

/** Eight pairs of blocks in which the mode added this much. */
const pairsOf = (workload: string, addedMs: number) =>
  Array.from({ length: 8 }, (_, pair) => [
    measuredBlock(BASE, pair, 1 + pair / 100, {}, { workload }),
    measuredBlock(MODE, pair, 1 + addedMs + pair / 90, {}, { workload }),
  ]).flat();

it('the price of a mode is that of the first case, not of another whose name begins alike', () => {
  const { points } = tradeoff(
    {
      blocks: [...pairsOf('create-job, saturated', 5), ...pairsOf('create-job', 1)],
      cases: [caseOf('create-job'), caseOf('create-job, saturated'), caseOf('own-profile', ownProfile)],
      seed: 1,
    },
    [{ name: MODE, topology: 'monolith', ms: 2_400 }],
    { token: 12, cache: 3 },
  );
  expect(points).toEqual([{ name: MODE, x: 2.4, y: expect.closeTo(1, 1) }]);
});
