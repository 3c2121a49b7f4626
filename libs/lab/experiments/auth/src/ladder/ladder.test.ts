import { madeUpResults } from '@jobly/lab/fixtures/results';
import { hitsTable, mistakesTable } from './further-tables';
import { ladderRun } from './ladder.fixture';
import { ladderTable } from './ladder-table';
import { noiseGates } from './noise';
import { changeMissingJob, createJobOfNobody } from './probe';
import { tokensTable } from './tokens-table';
import { ladderInWords } from './words';

const JWKS = 'monolith: jwks';
const CACHED = 'micro: introspect-cached';

const found = ladderRun(changeMissingJob.name, {
  [JWKS]: { time: [0.05, 0.02], cpu: [56, 8] },
  'monolith: jwks, a token for each request': { time: [0.06, 0.02], cpu: [59, 8] },
  'monolith: jwks, a token for each request, only read': { time: [0.004, 0.01], cpu: [5, 6] },
  [CACHED]: { time: [0.002, 0.01], cpu: [3, 9] },
  'micro: introspect-cached, 50 % hits': { time: [0.4, 0.1], cpu: [380, 60] },
});

describe('the ladder', () => {
  it('shows what every rung adds, with its interval, and how long a deleted user is let in', () => {
    expect(ladderTable(found)!.rows).toEqual([
      [JWKS, '+0.050 (0.030 to 0.070) ms', '+56.0 (48.0 to 64.0) µs', '+0.056 (0.048 to 0.064)', 'TOKEN_TTL (24 h)'],
      [
        CACHED,
        '≈ +0.002 (−0.008 to 0.012) ms',
        '≈ +3.00 (−6.00 to 12.0) µs',
        '≈ +0.003 (−0.006 to 0.012)',
        'AUTH_CACHE_TTL (30 s)',
      ],
    ]);
  });

  it('has a column for requests that two services authenticate, where those were measured', () => {
    const further = ladderRun(createJobOfNobody.name, { [JWKS]: { time: [0.1, 0.02], cpu: [110, 10] } });
    const both = {
      ...found,
      workloads: [...found.workloads, ...further.workloads],
      comparisons: [...found.comparisons, ...further.comparisons],
    };
    expect(ladderTable(both)!.rows.map((row) => row[4])).toEqual(['+110 (100 to 120) µs', '–']);
  });

  it('is told in a sentence, with bounds for what cannot be told from nothing', () => {
    expect(ladderInWords(found)).toBe(
      'Re-authenticating the caller adds this CPU time to a request: monolith: jwks 56.0 µs (48.0 to 64.0), micro: introspect-cached nothing detectable (−6.00 to 12.0).',
    );
  });

  it('says how many cores that is, where several modes cost something', () => {
    const run = ladderRun(changeMissingJob.name, {
      [JWKS]: { time: [0.05, 0.02], cpu: [56, 8] },
      'micro: introspect': { time: [0.7, 0.1], cpu: [770, 90] },
    });
    expect(ladderInWords(run)).toMatch(/At 1,000 requests\/s that is 0\.06 to 0\.77 cores\.$/);
  });

  it('compares one token with many of them', () => {
    expect(tokensTable(found)!.rows).toEqual([
      [
        JWKS,
        '+0.050 (0.030 to 0.070) ms',
        '+56.0 (48.0 to 64.0) µs',
        '+0.060 (0.040 to 0.080) ms',
        '+59.0 (51.0 to 67.0) µs',
        '≈ +5.00 (−1.00 to 11.0) µs',
      ],
    ]);
  });

  it('shows apart what a cache leaves of a price, and what mistakes add', () => {
    const run = ladderRun(changeMissingJob.name, {
      [CACHED]: { time: [0.002, 0.01], cpu: [3, 9] },
      'micro: introspect-cached, 50 % hits': { time: [0.4, 0.1], cpu: [380, 60] },
      'micro: shared-secret, as a string (mistake)': { time: [0.02, 0.01], cpu: [19, 4] },
    });
    expect(hitsTable(run)!.rows).toEqual([
      ['in 100 %', '≈ +3.00 (−6.00 to 12.0) µs'],
      ['in 50 %', '+380 (320 to 440) µs'],
    ]);
    expect(mistakesTable(run)!.rows).toEqual([
      ['micro: shared-secret, as a string (mistake)', '+0.020 (0.010 to 0.030) ms', '+19.0 (15.0 to 23.0) µs'],
    ]);
  });

  it('does not count where a state differs from itself', () => {
    const again = (estimate: number) =>
      noiseGates(ladderRun(changeMissingJob.name, { 'micro: jwks again': { time: [0, 0.1], cpu: [estimate, 20] } }));
    expect(again(29)).toMatchObject([{ name: 'CPU of micro: jwks again', passed: true }]);
    expect(again(-31)).toMatchObject([{ passed: false, figure: '−31.0 (−51.0 to −11.0) µs' }]);
  });

  it('is unknown to a run that ended before', () => {
    expect(ladderTable(madeUpResults())).toBeUndefined();
    for (const table of [tokensTable, hitsTable, mistakesTable]) expect(table(madeUpResults())).toBeUndefined();
    expect(ladderInWords(madeUpResults())).toBeUndefined();
  });
});
