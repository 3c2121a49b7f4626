import { invalidResults, madeUpResults } from '@jobly/lab/fixtures/results';
import { renderReport } from '.';
import { accentsFor } from './accents';
import { occurrences, section } from './page.fixture';

const OPERATIONS = ['GET /companies/:handle', 'GET /jobs/:id', 'GET /companies?nameLike=…'];

/** The first heading of a run. */
const headline = (page: string) => /<h2>(.*?)<\/h2>/s.exec(page)![1]!;

describe('the report', () => {
  const page = renderReport([madeUpResults()]);

  it('has every operation in the forest plot, the percentiles and the figures', () => {
    for (const part of ['comparisons show a difference', 'From the median to the tail', 'All figures']) {
      for (const operation of OPERATIONS) expect(section(page, part)).toContain(operation);
    }
  });

  it('says what was found in one sentence, with what was not', () => {
    expect(headline(page)).toMatch(
      /^Micro’s response p50 is 1\.\d+ to 1\.\d+ times monolith’s in 2 of 3 operations \(no detectable difference in the other\), and its CPU /,
    );
  });

  it('loads nothing, runs nothing and links to nowhere but itself', () => {
    const withoutNamespace = renderReport([madeUpResults()]).replaceAll('http://www.w3.org/2000/svg', '');
    expect(withoutNamespace).not.toMatch(/https?:|<script|<link|@import|url\(|\ssrc=/);
    expect(page.match(/href="[^#]/g)).toBeNull();
  });

  it('says how to do it again', () => {
    for (const condition of [
      '4 × Example CPU',
      '41.3 µs to verify a token',
      'Node 24.21.0',
      'express 5.3.0',
      'npm run lab -- compare --operations company-detail,job-detail,company-list --blocks 8 --rate 200 --seed 42',
    ]) {
      expect(page).toContain(condition);
    }
  });

  it('names the operations that were chosen, not those that the experiment added', () => {
    const made = madeUpResults();
    const chosen = { ...made, settings: { ...made.settings, operations: ['job-detail'] } };
    expect(renderReport([chosen])).toContain('npm run lab -- compare --operations job-detail --blocks');
  });

  it('gives an arm the same colour everywhere, and its repetition too', () => {
    const classes = (arm: string) =>
      new Set([...page.matchAll(new RegExp(`class="name ([^"]+)">(?:<tspan[^>]*>)?${arm}<`, 'g'))].map(([, it]) => it));
    expect([...classes('micro')]).toEqual(['arm-1']);
    expect([...classes('monolith again')]).toEqual(['arm-0 again']);
  });

  it('gives the two stacks the same colours whatever they are shown with', () => {
    const accents = accentsFor([
      madeUpResults({ summaries: madeUpResults().summaries.map((one) => ({ ...one, arm: 'bare' })) }),
    ]);
    expect(['monolith', 'micro', 'bare'].map(accents)).toEqual(['arm-0', 'arm-1', 'arm-2']);
  });

  it('keeps the labels of an axis within it', () => {
    const forest = section(page, 'comparisons show a difference');
    for (const [, at, anchor] of forest.matchAll(/<text class="tick" x="([\d.]+)%" y="13" text-anchor="(\w+)"/g)) {
      expect(anchor).toBe(Number(at) < 5 ? 'start' : Number(at) > 95 ? 'end' : 'middle');
    }
  });

  it('greys what is not detectable, and only that', () => {
    const forest = section(page, 'comparisons show a difference');
    // The list of companies in p50 and CPU, and all three operations of the monolith against itself.
    expect(occurrences(forest, ' undetectable">')).toBe(5);
    expect(page).toContain('6 of 11 comparisons show a difference');
  });

  it('prints no p99 of few samples, and ends their curve earlier', () => {
    const charts = section(page, 'From the median to the tail').split('<figure>').slice(1);
    expect(charts.map((chart) => chart.includes('>p99<'))).toEqual([true, true, false]);
    expect(charts.map((chart) => chart.includes('p99: monolith'))).toEqual([true, true, false]);
    expect(charts.some((chart) => chart.includes('>p99.9<'))).toBe(false);
  });

  it('describes every chart to those who do not see it', () => {
    const charts = page.match(/<svg class="chart"[^>]*>/g)!;
    expect(charts).toHaveLength(3);
    for (const chart of charts) expect(chart).toMatch(/aria-label="Response time by percentile of .* p50: monolith /);
  });

  it('has throughput and latency, and where the time goes, only when they were measured', () => {
    expect(page).not.toContain('Throughput and latency');
    expect(page).not.toContain('Where the time goes');
    const point = { offered: 100, achieved: 99, p50: 1, p99: null };
    const full = renderReport([
      madeUpResults({
        curves: [
          {
            operation: 'GET /jobs/:id',
            configuration: 'as deployed',
            arm: 'micro',
            points: [point, { ...point, achieved: 880, p99: 40 }],
            highest: null,
          },
        ],
        waterfalls: [
          {
            operation: 'GET /jobs/:id',
            what: 'time of a request',
            arms: [
              { arm: 'monolith', parts: [{ name: 'database', ms: 1 }] },
              {
                arm: 'micro',
                parts: [
                  { name: 'database', ms: 1.1 },
                  { name: 'hops', ms: 0.5 },
                  { name: 'rest', ms: -0.05 },
                ],
              },
            ],
          },
        ],
      }),
    ]);
    expect(section(full, 'Throughput and latency')).toContain('Requests/s at most: micro 880.');
    expect(section(full, 'Where the time goes')).toContain(
      'micro takes 0.55 ms more than monolith, the largest part of it for hops (+0.50).',
    );
    expect(section(full, 'Where the time goes')).toContain('<td class="number">−0.05</td>');
  });

  it('shows throughput instead of percentiles for a closed loop', () => {
    const { workloads } = madeUpResults();
    const closed = renderReport([madeUpResults({ workloads: workloads.map((one) => ({ ...one, rate: null })) })]);
    expect(closed).not.toContain('From the median to the tail');
    expect(section(closed, 'All figures')).toContain('requests/s');
  });

  it('escapes whatever the results say', () => {
    const nasty = `<img src=x onerror=alert(1)> & "'`;
    const poisoned = JSON.parse(JSON.stringify(madeUpResults()), (key, value: unknown) =>
      typeof value === 'string' &&
      !['startedAt', 'response', 'service', 'scheduleError', 'loop', 'stacks', 'as'].includes(key)
        ? `${value}${nasty}`
        : value,
    ) as ReturnType<typeof madeUpResults>;
    for (const text of [renderReport([poisoned]), renderReport([poisoned, poisoned])]) {
      expect(text).not.toContain('<img');
      expect(text).not.toContain(`"'`);
      expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    }
  });
});

describe('the report of an invalid run', () => {
  const page = renderReport([invalidResults()]);

  it('says so, and why, before anything else', () => {
    expect(headline(page)).toBe('Invalid, because schedule error p99 is 53.023 ms, allowed is ≤ 1 ms.');
    expect(page).toContain('<article id="run-1" class="invalid">');
  });

  it('keeps all figures, and does not call them differences', () => {
    for (const operation of OPERATIONS) expect(page).toContain(operation);
    expect(page).not.toContain('show a difference');
    expect(page).toContain('Differences that do not count');
  });

  it('names the gate that failed before those that were passed', () => {
    const gates = section(page, 'Can it be trusted?');
    expect(gates).toContain('1 of 2 gates failed.');
    expect([...gates.matchAll(/<th scope="row">(.*?)</g)].map(([, name]) => name)).toEqual([
      'schedule error p99',
      'requests dropped',
    ]);
  });

  it.each(['interrupted', 'failed'] as const)('calls one that %s incomplete, whatever there is of it', (outcome) => {
    const cut = invalidResults({
      outcome,
      reasons: ['It ended early.'],
      comparisons: [],
      summaries: [],
      blocks: [],
    });
    expect(headline(renderReport([cut]))).toBe('Incomplete, because it ended early.');
  });
});

describe('several runs', () => {
  const page = renderReport([madeUpResults(), invalidResults({ experiment: 'once more' })]);

  it('stand on one page, each whole', () => {
    expect(page).toContain('2 runs side by side');
    expect(page).toContain('id="run-1" class="valid"');
    expect(page).toContain('id="run-2" class="invalid"');
    expect(occurrences(page, 'All figures')).toBe(2);
  });

  it('stand row beside row in a forest plot of all of them', () => {
    const together = page.slice(0, page.indexOf('id="run-1"'));
    const rows = [...together.matchAll(/<code>GET \/jobs\/:id<\/code> <a class="run" href="#run-(\d)">/g)];
    expect(rows.slice(0, 2).map(([, run]) => run)).toEqual(['1', '2']);
    expect(together).toContain('6 of 11 comparisons show a difference');
  });
});
