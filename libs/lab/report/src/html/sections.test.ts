import {
  layerWaterfall,
  madeUpResults,
  saturationResults,
  stackWaterfall,
  studyResults,
  supplement,
  twoConfigurations,
  withCosts,
} from '@jobly/lab/fixtures/results';
import { textReport } from '../text';
import { picturesOf, renderReport } from '.';
import { occurrences, section } from './page.fixture';

describe('the report of two configurations', () => {
  const page = renderReport([withCosts(twoConfigurations())]);

  it('names them wherever figures stand', () => {
    for (const part of ['comparisons show a difference', 'From the median', 'What a request costs', 'All figures']) {
      for (const name of ['as deployed', 'equal CPU']) expect(section(page, part)).toContain(name);
    }
  });

  it('keeps their rows apart, also of the same operation', () => {
    const groups = section(page, 'comparisons show a difference').split('<tr class="head">').slice(1);
    const [first, second] = groups.map((group) => occurrences(group, '<code>'));
    expect([first, second]).toEqual([3, 2]);
    expect(occurrences(section(page, 'All figures'), 'micro ÷ monolith')).toBe(5);
  });

  it('names no configuration in which nothing was measured before the run ended', () => {
    const both = withCosts(twoConfigurations());
    const first = new Set(both.workloads.flatMap((one) => (one.configuration === 'as deployed' ? [one.name] : [])));
    const measured = <T extends { workload: string }>(all: T[]) => all.filter(({ workload }) => first.has(workload));
    const { summaries, comparisons, blocks } = both;
    const cut = {
      ...{ ...both, summaries: measured(summaries), comparisons: measured(comparisons), blocks: measured(blocks) },
      ...{ outcome: 'failed' as const, valid: false, reasons: ['The micro has died.'] },
      conclusion: { verdict: 'Nothing yet.', tables: [] },
    };
    for (const text of [renderReport([cut]), textReport(cut)]) {
      expect(text).toContain('as deployed');
      expect(text).not.toContain('equal CPU');
    }
    const { workloads } = cut;
    expect(section(renderReport([cut]), 'All figures').match(/scope="rowgroup"/g)).toHaveLength(first.size);
    expect(workloads.length).toBeGreaterThan(first.size);
  });

  it('says what a mix is a mix of, and how to run both again', () => {
    expect(page).toContain('a mix of reads and writes: 50 % GET /jobs, 37.5 % GET /jobs/:id, 12.5 % POST');
    expect(page).toContain('--operations company-detail,job-detail,company-list,mix --blocks');
  });

  it('says which configuration was not possible', () => {
    const leftOut = [{ name: 'equal CPU', reason: 'there is only one' }];
    expect(renderReport([madeUpResults({ leftOut })])).toContain('<dd>equal CPU: there is only one</dd>');
  });

  it('says which operations stopped early, and after how many pairs', () => {
    const { settings, workloads } = madeUpResults();
    const stopped = workloads.map((one) => (one.name === 'job-detail' ? { ...one, pairs: 6 } : one));
    const precise = { settings: { ...settings, precision: 0.03 }, workloads: stopped };
    // The baseline is kept without blocks.
    expect(renderReport([madeUpResults({ ...precise, blocks: [] })])).toContain(
      'within ±3 %; GET /jobs/:id after 6 of 8 pairs<',
    );
  });

  it('admits that older results do not say which operations stopped early', () => {
    const { settings, workloads } = madeUpResults();
    const unknown = workloads.map((one) => ({ ...one, pairs: null }));
    const told = renderReport([madeUpResults({ settings: { ...settings, precision: 0.03 }, workloads: unknown })]);
    expect(told).toContain('within ±3 %; which were so early was not kept<');
  });
});

describe('the report of what requests cost', () => {
  const costs = section(renderReport([withCosts(madeUpResults())]), 'What a request costs');

  it('has every process and database, statements, calls, bytes and memory', () => {
    for (const process of ['gateway', 'PostgreSQL: jobly_jobs']) expect(costs).toContain(`${process} <b>`);
    for (const figure of ['<td>2.0</td>', '<td>5,310</td>', '<b>180 MiB</b>']) expect(costs).toContain(figure);
  });

  it('leaves out the arm that only shows the noise', () => {
    expect(costs).not.toContain('monolith again');
  });
});

describe('the report of throughput', () => {
  const page = renderReport([saturationResults()]);

  it('marks the highest rates on the line of the limit, at p99 alone', () => {
    const [p50, p99] = section(page, 'Throughput and latency').split('<b>p99</b>');
    expect(p50).not.toContain('class="limit"');
    expect(occurrences(p99!, 'class="limit"')).toBe(1);
    expect(occurrences(p99!, 'class="diamond"')).toBe(2);
    expect(p99).toContain('Requests/s with p99 within 50 ms: monolith 941 (902 to 980), micro 308 (286 to 330).');
  });

  it('keeps the points of the curve out of the table of figures', () => {
    expect(occurrences(section(page, 'All figures'), 'scope="rowgroup"')).toBe(1);
  });
});

describe('the report of where the time goes', () => {
  it('splits a difference into parts that add up to it', () => {
    const steps = section(renderReport([madeUpResults({ waterfalls: [stackWaterfall] })]), 'Where the time goes');
    const parts = [...steps.matchAll(/<tr class="part">.*?([+−][\d.]+)<\/td><td class="mark">/g)].map(([, part]) =>
      Number(part!.replace('−', '-')),
    );
    expect(parts).toHaveLength(7);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1.57);
    expect(steps).toContain('<td class="number">+1.57</td>');
  });

  it('stacks the layers of one arm', () => {
    const steps = section(renderReport([madeUpResults({ waterfalls: [layerWaterfall] })]), 'Where the time goes');
    expect(steps).toContain('Median time of a request');
    expect(steps).toContain(
      '<td class="number">0.62</td><td class="number">0.57 to 0.67</td><td class="number">31 %</td>',
    );
  });
});

describe('the report of what was found beside the blocks', () => {
  const page = renderReport([madeUpResults(supplement)]);

  it('has a timeline with every series, moment and failure', () => {
    const course = section(page, 'One dies and one is added');
    for (const name of ['monolith 1', 'monolith 2', 'monolith 3']) expect(course).toContain(`>${name}</text>`);
    expect(occurrences(course, 'class="moment"')).toBe(3);
    expect(course).toContain('<li>b at 1.00 s: monolith 3 started</li>');
    expect(course).toContain('293 reads, of which 8 failed, in red.');
    expect(occurrences(/<g class="lost">.*?<\/g>/s.exec(course)![0], '<rect')).toBe(2);
  });

  it('folds a table away that is the evidence for another one', () => {
    const [table] = supplement.tables;
    const folded = renderReport([madeUpResults({ ...supplement, tables: [{ ...table!, folded: true }] })]);
    expect(folded).toContain(`<summary>${table!.title}</summary>`);
    expect(folded).toContain('<th scope="row">introspect</th><td>200</td>');
  });

  it('has a table and a chart of choices, each under its title', () => {
    expect(section(page, 'While the users service is down')).toContain('<th scope="row">introspect</th><td>200</td>');
    const choices = section(page, 'What it costs to know at once');
    for (const name of ['micro: jwks', 'micro: introspect-cached']) expect(choices).toContain(`>${name}</text>`);
  });
});

describe('the report of many arms', () => {
  const once = madeUpResults();
  const arms = Array.from({ length: 10 }, (_, index) => `arm ${index}`);
  const [block] = once.blocks;
  const blocks = arms.flatMap((arm) => [0, 1].map((pair) => ({ ...block!, arm, pair })));

  it('draws no curves that cannot be told apart', () => {
    const results = madeUpResults({ blocks });
    expect(renderReport([results])).not.toContain('From the median');
    expect(picturesOf(results).map(({ name }) => name)).toEqual(['forest']);
  });
});

describe('the report of a study', () => {
  const page = renderReport([studyResults()]);

  it('has what it saw and concludes', () => {
    expect(page).toContain('<h2>Only introspect stops.</h2>');
    expect(page).toContain('<h3>While the users service is down</h3>');
    expect(page).toContain('npm run lab -- made-up --seed 42');
  });

  it('says with which flags to run it again', () => {
    const { settings } = studyResults();
    const loud = { ...studyResults(), settings: { ...settings, flags: ['loudly'] } };
    expect(renderReport([loud])).toContain('npm run lab -- made-up --loudly --seed 42');
  });

  it('has its diagrams as text, folded', () => {
    const mermaid = 'sequenceDiagram\n  a->>b: ask';
    expect(renderReport([{ ...studyResults(), diagrams: [{ title: 'One request', mermaid }] }])).toContain(
      '<summary>One request</summary><div class="wide" tabindex="0"><pre>sequenceDiagram\n  a-&gt;&gt;b: ask</pre>',
    );
  });

  it('has nothing of blocks, figures and gates', () => {
    for (const part of ['<dt>Load</dt>', '<dt>Blocks</dt>', 'All figures', 'Can it be trusted?', '--operations']) {
      expect(page).not.toContain(part);
    }
  });
});
