import { stripVTControlCharacters } from 'node:util';
import {
  invalidResults,
  layerWaterfall,
  madeUpResults,
  saturationResults,
  stackWaterfall,
  studyResults,
  supplement,
  twoConfigurations,
  withCosts,
} from '@jobly/lab/fixtures/results';
import { textReport } from '.';

/** The text of the first table that has these words, without its lines. */
function table(report: string, ...words: string[]): string[] {
  const tables = stripVTControlCharacters(report).matchAll(/┌.*?┐\n(.*?)\n└/gs);
  const [, text] = [...tables].find(([whole]) => words.every((word) => whole.includes(word)))!;
  return text!.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim());
}

describe('the report for a terminal', () => {
  const report = textReport(withCosts(twoConfigurations({ waterfalls: [stackWaterfall] })));

  it('names the configurations in every table, and what a mix is a mix of', () => {
    for (const heads of [['arm', 'p50,'], ['operation', 'response p50'], ['CPU ms/1,000 by process']]) {
      const text = table(report, ...heads)
        .join(' ')
        .replaceAll(/[ │]+/g, ' ');
      for (const name of ['as deployed:', 'equal CPU:']) expect(text).toContain(name);
    }
    expect(report).toContain('A mix of reads and writes: 50 % GET /jobs, 37.5 % GET /jobs/:id, 12.5 % POST');
  });

  it('does not name the only one', () => {
    expect(table(textReport(madeUpResults()), 'arm', 'p50,').join()).not.toContain('as deployed');
  });

  it('says how fast the machine is, unless the results are older', () => {
    expect(report).toContain('Speed of the machine: 41.3 µs to verify a token');
    const older = madeUpResults({ machine: { ...madeUpResults().machine, speed: undefined } });
    expect(textReport(older)).not.toContain('Speed');
  });

  it('marks what is not detectable without the help of colours', () => {
    const { comparisons } = madeUpResults();
    const [found] = comparisons;
    const same = { ...found!, metric: 'response p95', interval: { estimate: 1, low: 0.9, high: 1.1 } };
    const rows = table(textReport(madeUpResults({ comparisons: [found!, same] })), 'response p50', 'response p95');
    expect(rows.at(-1)).toMatch(/^│ GET \/companies\/:handle │ [\d.]+× \([^)]+\) │ ≈ 1\.00× \(0\.90 to 1\.10\) │$/);
  });

  it('has costs by process, per request and of memory', () => {
    expect(report).toContain('gateway 612 · jobs 588 · companies 540 · PostgreSQL 214');
    expect(table(report, 'SQL statements').at(3)).toBe('│ │ micro │ 2.0 │ 2.0 │ 5,310 │');
    expect(report).toContain('Peak memory of monolith: 180 MiB (monolith 90, PostgreSQL 90).');
  });

  it('splits a difference into its parts', () => {
    const rows = table(report, 'monolith', 'micro', 'difference');
    expect(rows[2]).toMatch(/^│ gateway │ │ 0\.52 │ \+0\.52 │ ▒+ │$/);
    expect(rows.at(-1)).toMatch(/^│ micro │ │ 2\.35 │ \+1\.57 │ █+ │$/);
  });

  it('stacks the layers of one arm', () => {
    const rows = table(textReport(madeUpResults({ waterfalls: [layerWaterfall] })), 'ms', 'share');
    const call = rows.find((row) => row.includes('the call to another service'));
    expect(call).toMatch(/^│ the call to another service │ 0\.62 │ 0\.57 to 0\.67 │ 31 % │ ▒+ │$/);
  });

  it('has no table of highest rates before any was measured', () => {
    const saturated = saturationResults();
    const curves = saturated.curves.map((curve) => ({ ...curve, points: [], highest: null }));
    expect(textReport({ ...saturated, curves })).not.toContain('at saturation');
  });

  it('has the throughput of the case that saturated the arm, with its bound, and of no other of that operation', () => {
    const made = saturationResults();
    const [saturated, ...others] = made.workloads;
    const another = { ...saturated!, name: 'another' };
    const summaries = made.summaries.flatMap((one) => [
      { ...one, workload: another.name, requestsPerSecond: 7 },
      { ...one, requestsPerSecond: 4_321, lowerBound: true },
    ]);
    const curves = made.curves.map((curve) => ({ ...curve, workload: saturated!.name }));
    const report = textReport({ ...made, workloads: [another, saturated!, ...others], summaries, curves });
    expect(table(report, 'at saturation').at(-1)).toMatch(/ micro │ 308 \(286 to 330\) │ ≥ 4,321 │$/);
  });

  it('has the highest rates, and the points of the curve in no table', () => {
    const saturated = textReport(saturationResults());
    expect(table(saturated, 'requests/s with p99 ≤ 50 ms')[2]).toMatch(/ micro │ 308 \(286 to 330\) │ \d+ │$/);
    expect(table(saturated, 'arm', 'CPU ms per 1,000', 'requests ')).toHaveLength(4);
  });

  it('has what was found beside the blocks', () => {
    const found = textReport(madeUpResults(supplement));
    expect(table(found, 'mode', 'POST /jobs')[2]).toBe('│ introspect │ 200 │ 503 │');
    expect(table(found, 'a deleted user is let in for, s')[1]).toBe('│ micro: jwks │ 210 │ 60.0 │');
    expect(table(found, 'second', 'monolith 1', 'failed').slice(-4)).toEqual([
      '│ 0 – 1 │ 50 │ 45 │ 0 │ 5 │ monolith 1 killed │',
      '│ 1 – 2 │ 70 │ 0 │ 20 │ 3 │ monolith 3 started, monolith 3 answers its │',
      '│ │ │ │ │ │ first read │',
      '│ 2 – 3 │ 50 │ 0 │ 50 │ 0 │ │',
    ]);
  });

  it('leaves out what is only the evidence for another table', () => {
    const [table] = supplement.tables;
    expect(textReport(madeUpResults({ tables: [{ ...table!, folded: true }] }))).not.toContain(table!.title);
  });

  it('has the pairs of arms under their operation, where there are more pairs than operations', () => {
    const { comparisons } = madeUpResults();
    const few = comparisons.filter(({ workload }) => workload === 'job-detail');
    const rows = table(textReport(madeUpResults({ comparisons: few })), 'compared', 'response p50');
    const names = rows.map((row) => row.split(' │ ')[0]!.replace(/^│ ?/, ''));
    expect(names.filter(Boolean).join(' ')).toBe('compared GET /jobs/:id: micro ÷ monolith monolith again ÷ monolith');
  });

  it('ends with what was found, and says of an invalid run why it does not count', () => {
    expect(report.split('\n').at(-1)).toContain('The run is valid');
    const invalid = textReport(invalidResults());
    expect(invalid).toMatch(/Were it valid, it would say: Micro’s response p50/);
    expect(invalid.split('\n').at(-1)).toContain('The run is invalid. schedule error p99 is 53.023 ms');
    const cut = textReport(invalidResults({ outcome: 'failed', reasons: ['The micro has died.'] }));
    expect(cut.split('\n').at(-1)).toContain('The run is incomplete. The micro has died.');
  });
});

it('the report of a study has what it saw and concludes, and nothing of blocks', () => {
  const text = stripVTControlCharacters(textReport(studyResults()));
  for (const part of ['While the users service is down', 'Only introspect stops.\nThe run is complete.']) {
    expect(text).toContain(part);
  }
  for (const part of ['Load:', 'CPU ms', 'gate', 'requests/s']) expect(text).not.toContain(part);
});
