import { madeUpResults } from '@jobly/lab/fixtures/results';
import { ladderTable } from './ladder-table';
import { sharing } from './sharing';
import { sharingRun } from './sharing.fixture';
import { stalenessTable } from './staleness-table';
import { pricesInWords } from './words';
import { usualOf, ways } from './ways';

const JOIN = 'monolith: join';
const CACHED = 'micro: cached';

const found = sharingRun({
  [JOIN]: { time: [-0.05, 0.1], cpu: [-56, 8] },
  [CACHED]: { time: [-0.7, 0.1], cpu: [-900, 100], served: [1.8, 0.2] },
});

const cached = ways.find(({ name }) => name === CACHED)!;

describe('the ladder', () => {
  it('shows what every way changes, beside asking each time, and how old an answer may be', () => {
    expect(ladderTable(found)!.rows).toEqual([
      [
        ...[JOIN, 'GET /jobs/:id', '≈ −0.05 (−0.15 to 0.05) ms', '−56.0 (−64.0 to −48.0) µs'],
        ...['3 → 2, 0 → 2', '–', 'never wrong'],
      ],
      [
        ...[CACHED, 'GET /jobs/:id', '−0.70 (−0.80 to −0.60) ms', '−900 (−1,000 to −800) µs'],
        ...['1 → 0, 4 → 6', '1.80× (1.60 to 2.00)', 'SHARING_CACHE_TTL (30 s)'],
      ],
    ]);
  });

  it('is not there for a run that found nothing', () => {
    expect(ladderTable(madeUpResults())).toBeUndefined();
    expect(pricesInWords(madeUpResults())).toBeUndefined();
  });

  it('is told in a sentence', () => {
    expect(pricesInWords(found)).toBe(
      'Beside asking the owner each time, GET /jobs/:id changes like this: monolith: join no detectable difference in time, 56.0 µs (48.0 to 64.0) CPU time less; micro: cached 0.70 ms (0.60 to 0.80) less, 900 µs (800 to 1,000) CPU time less.',
    );
  });

  it.each([
    [[0, 2_000, 4_900], 'a change was seen after up to 4.90 s.'],
    [[0, 0, 12], 'a change was seen after up to 12.0 ms.'],
    [[0, 0, 0], 'every change was seen at once.'],
    [[0, 2_000, Infinity], 'some changes were not seen within twice that time.'],
  ])('is told with the longest time for which a change was not seen: %j', (lags, told) => {
    const table = stalenessTable([{ way: cached, lags }]);
    expect(pricesInWords({ ...found, tables: [table] })).toMatch(
      new RegExp(` Where answers were believed for 5 s, ${told.replaceAll('.', '\\.')}$`),
    );
  });
});

describe('the cases', () => {
  const casesWith = (quick: boolean) => {
    const { workloads, configurations, settings } = sharing.design;
    const scale = quick ? 'quick' : 'full';
    const arms = ways.map(({ name }) => ({ name, origin: `http://${name}` }));
    return sharing.cases({ workloads: workloads.usual[scale], arms, configurations, quick, settings: settings[scale] });
  };

  it.each([true, false])(
    'run every way beside asking each time, and never two stacks together (quick: %s)',
    (quick) => {
      for (const { arms } of casesWith(quick)) {
        const own = ways.filter(({ name }) => arms.some((arm) => arm.name === name));
        expect(own).toEqual(ways.filter(({ topology }) => topology === own[0]!.topology));
        expect(own).toContain(usualOf(own[0]!.topology));
      }
    },
  );
});
