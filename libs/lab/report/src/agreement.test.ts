import { stripVTControlCharacters } from 'node:util';
import { invalidResults, madeUpResults, saturationResults, withIntervals } from '@jobly/lab/fixtures/results';
import type { Results } from '@jobly/lab/results';
import { viewOf } from './documents/views';
import { renderReport } from './html';
import { textReport } from './text';

/** The report for a terminal, in one line. */
const terminal = (results: Results) => stripVTControlCharacters(textReport(results)).replaceAll(/\s+/g, ' ');

/** The estimates and intervals of a page's figures, in brackets as elsewhere. */
const figuresOn = (page: string) =>
  [...page.matchAll(/<td class="(?:undetectable)?"><b>(.*?)<\/b><span>(.*?)<\/span>/g)].map(
    ([, estimate, interval]) => `${estimate} (${interval})`,
  );

const intervals = [
  [-0.65, 0.12],
  [-0.3, -0.001],
  [31, 2_340],
] as [number, number][];

describe('terminal, page and documents', () => {
  it('write a difference alike, with signs instead of hyphens, and with as many decimals as it needs', () => {
    const results = withIntervals('difference', ...intervals);
    const found = ['−0.27 (−0.65 to 0.12)', '−0.150 (−0.300 to −0.001)', '+1,186 (31.0 to 2,340)'];
    expect(figuresOn(renderReport([results]))).toEqual(found);
    for (const text of [terminal(results), viewOf(results, 'comparisons')]) {
      for (const figure of found) expect(text).toContain(figure.replace(' (', ' ms ('));
    }
  });

  it('write a ratio alike, with as many decimals as it needs to be told from 1', () => {
    const results = withIntervals('ratio', [1.003, 1.2], [0.4, 0.6], [9.5, 150]);
    const found = ['1.101× (1.003 to 1.200)', '0.50× (0.40 to 0.60)', '79.8× (9.50 to 150)'];
    expect(figuresOn(renderReport([results]))).toEqual(found);
    for (const text of [terminal(results), viewOf(results, 'comparisons')]) {
      for (const figure of found) expect(text).toContain(figure);
    }
  });

  it('write a highest rate alike', () => {
    const results = saturationResults();
    for (const text of [terminal(results), renderReport([results])]) expect(text).toContain('308 (286 to 330)');
  });

  it('have the same figures of every arm, with failures where there are any', () => {
    const made = madeUpResults();
    const results = { ...made, summaries: made.summaries.map((one, index) => ({ ...one, failed: 71 + index })) };
    const rows = [...renderReport([results]).matchAll(/<th scope="row" class="name .*?<\/th>(.*?)<\/tr>/g)];
    expect(rows).toHaveLength(results.summaries.length);
    for (const [, row] of rows) {
      const cells = [...row!.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell);
      expect(terminal(results)).toContain(cells.join(' │ '));
    }
    expect(rows[0]![1]).toContain('<td>71</td>');
    expect(terminal(made)).not.toContain('failed');
  });

  it('call a gate the same', () => {
    const results = invalidResults();
    for (const text of [terminal(results), renderReport([results])]) {
      for (const word of ['found', 'allowed', 'passed', 'FAILED']) expect(text).toContain(word);
    }
  });
});
