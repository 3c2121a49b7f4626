import { madeUpResults } from '@jobly/lab/fixtures/results';
import { ladderTable } from './ladder-table';
import { sharing } from './sharing';
import { sharingRun } from './sharing.fixture';
import { stalenessTable } from './staleness-table';
import { pricesInWords } from './words';
import { ways } from './ways';

const JOIN = 'monolith: join';
const CALL = 'micro: call';
const CACHED = 'micro: cached';
const REPLICA = 'micro: replica';

const found = sharingRun({
  [JOIN]: { time: [-0.05, 0.1], cpu: [-56, 8] },
  [CALL]: { ofMonolith: [0.38, 0.02] },
  [CACHED]: { time: [-0.7, 0.1], cpu: [-900, 100], served: [1.8, 0.2], ofMonolith: [0.6, 0.03] },
});

const cached = ways.find(({ name }) => name === CACHED)!;

describe('the ladder', () => {
  it('shows what every way changes, beside asking each time, and how old an answer may be', () => {
    expect(ladderTable(found)!.rows).toEqual([
      [
        ...[JOIN, 'GET /jobs/:id', '≈ −0.05 (−0.15 to 0.05) ms', '−56.0 (−64.0 to −48.0) µs'],
        ...['3 → 2, 0 → 2, 100 → 100', '–', '–', 'never wrong'],
      ],
      [...[CALL, 'GET /jobs/:id', '–', '–'], ...['1, 4, 100', '–', '0.38× (0.36 to 0.40)', 'never wrong']],
      [
        ...[CACHED, 'GET /jobs/:id', '−0.70 (−0.80 to −0.60) ms', '−900 (−1,000 to −800) µs'],
        ...['1 → 0, 4 → 6, 100 → 100', '1.80× (1.60 to 2.00)', '0.60× (0.57 to 0.63)', 'SHARING_CACHE_TTL (30 s)'],
      ],
    ]);
  });

  it('is not there for a run that found nothing', () => {
    expect(ladderTable(madeUpResults())).toBeUndefined();
    expect(pricesInWords(madeUpResults())).toBeUndefined();
  });

  it('is told in a sentence', () => {
    expect(pricesInWords(found)).toBe(
      'Beside asking the owner each time, GET /jobs/:id changes like this: monolith: join no detectable difference in time, 56.0 µs (48.0 to 64.0) CPU time less; micro: cached 0.70 ms (0.60 to 0.80) less, 900 µs (800 to 1,000) CPU time less. On one CPU, the microservices serve this share of the monolith’s requests/s: of GET /jobs/:id, 0.38 (0.36 to 0.40) with call and 0.60 (0.57 to 0.63) with cached. Ask the owner each time as long as that is fast enough; then take cached, the freshest of the ways that are faster, which serves 1.80 times as many requests/s (1.60 to 2.00) of GET /jobs/:id.',
    );
  });

  it.each([
    [[0, 2_000, 4_900], 'a change was seen after up to 4.90 s.'],
    [[0, 0, 12], 'a change was seen after up to 12.0 ms.'],
    [[0, 0, 0], 'every change was seen at once.'],
    [[0, 2_000, Infinity], 'some changes were not seen within twice that time.'],
  ])('is told with the longest time for which a change was not seen: %j', (lags, told) => {
    const table = stalenessTable([{ way: cached, lags }]);
    expect(pricesInWords({ ...found, tables: [table] })).toContain(` Where answers were believed for 5 s, ${told} `);
  });
});

describe('the advice', () => {
  const replica = ways.find(({ name }) => name === REPLICA)!;
  const staleness = stalenessTable([
    { way: cached, lags: [4_900] },
    { way: replica, lags: [12] },
  ]);
  const adviceOn = (served: Parameters<typeof sharingRun>[0]) =>
    pricesInWords({ ...sharingRun(served), tables: [staleness] });

  it('is the freshest of the ways that serve more, however much another serves', () => {
    expect(adviceOn({ [CACHED]: { served: [1.8, 0.2] }, [REPLICA]: { served: [1.5, 0.1] } })).toContain(
      'then take replica, the freshest of the ways that are faster, which serves 1.50 times as many requests/s (1.40 to 1.60) of GET /jobs/:id and showed a change after up to 12.0 ms.',
    );
  });

  it('is to ask each time where nothing serves detectably more', () => {
    expect(adviceOn({ [CACHED]: { served: [1.1, 0.2] }, [REPLICA]: { served: [0.8, 0.1] } })).toContain(
      'Ask the owner each time: no other way serves detectably more.',
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

  it.each([
    ['a full run', false, ['job-detail', 'mix']],
    ['a quick one', true, ['job-detail']],
  ])('run every way side by side, and saturate one CPU as well: %s', (_, quick, expected) => {
    const cases = casesWith(quick);
    for (const { arms } of cases) expect(arms.map(({ name }) => name)).toEqual(ways.map(({ name }) => name));
    const saturated = cases.filter(({ load }) => load !== undefined);
    expect(saturated.map(({ workload }) => workload.name)).toEqual(expect.arrayContaining(expected));
    const single = cases.filter(({ load }) => load === undefined);
    expect(single.map(({ workload }) => workload.name)).toContain('job-detail');
    expect(single.filter(({ workload }) => workload.mix)).toEqual([]);
  });
});
