import { madeUpResults, supplement } from '@jobly/lab/fixtures/results';
import { viewOf } from './views';

const conclusion = {
  verdict: 'At least eight times as many.',
  tables: [
    {
      name: 'prices',
      title: 'Prices',
      note: 'Per request.',
      head: ['mode', 'ms'],
      rows: [['a', { value: 2, unit: 'ms' }]],
    },
  ],
};

describe('a view of the baseline', () => {
  it('has the verdict that the run has drawn, and nothing that would be drawn anew', () => {
    expect(viewOf(madeUpResults({ conclusion, comparisons: [] }), 'verdict')).toMatch(
      /^At least eight times as many\.\n\n_Measured /,
    );
  });

  it('has where and when it was measured, for a table without its verdict', () => {
    expect(viewOf(madeUpResults({ conclusion }), 'measured')).toMatch(/^_Measured 1 Mar 2026, 12:00 UTC on 4 × /);
  });

  it('has a table of the conclusion by its name, with amounts in their units', () => {
    expect(viewOf(madeUpResults({ conclusion }), 'prices')).toBe(
      ['| mode |      ms |', '| ---- | ------: |', '| a    | 2.00 ms |', '', 'Per request.'].join('\n'),
    );
  });

  it('has what was seen, each with its title', () => {
    expect(viewOf(madeUpResults(supplement), 'tables')).toMatch(/^\*\*While the users service is down\*\*\n\n\| mode/);
  });

  it('has a table of what was seen by its name, unless it is only evidence', () => {
    const [seen] = conclusion.tables;
    expect(viewOf(madeUpResults({ tables: [seen!] }), 'prices')).toMatch(/^\| mode \|/);
    const evidence = madeUpResults({ tables: [{ ...seen!, folded: true }] });
    expect(() => viewOf(evidence, 'prices')).toThrow('There is no view "prices"');
  });

  it('has diagrams that GitHub draws', () => {
    const diagrams = [{ title: 'One request', mermaid: 'sequenceDiagram\n  a->>b: ask' }];
    expect(viewOf(madeUpResults({ diagrams }), 'diagrams')).toBe(
      ['## One request', '', '```mermaid', 'sequenceDiagram', '  a->>b: ask', '```'].join('\n'),
    );
  });

  it('has the pictures of what happened over time, by their titles', () => {
    const [timeline] = supplement.timelines;
    const timelines = [{ ...timeline!, title: 'micro: jobs dead' }];
    expect(viewOf(madeUpResults({ timelines }), 'timelines')).toBe(
      '![micro: jobs dead](baseline/compare/timeline-micro-jobs-dead.svg)',
    );
  });

  it.each([
    ['docs', 'baseline'],
    ['docs/scaling', '../baseline'],
    ['.', 'docs/baseline'],
  ])('has the pictures of plots where a document in %s finds them', (directory, baseline) => {
    const picture = `![What is left of it](${baseline}/compare/plot-what-is-left-of-it.svg)`;
    expect(viewOf(madeUpResults(supplement), 'plots', directory)).toBe(picture);
  });

  it('cannot be plots of a run that has none', () => {
    const missing = 'There is no view "plots" of compare; there are verdict, measured, comparisons, tables.';
    expect(() => viewOf(madeUpResults(), 'plots')).toThrow(missing);
  });

  it('cannot be diagrams of a run that has none', () => {
    const sentence = 'There is no view "diagrams" of compare; there are verdict, measured, comparisons, tables.';
    expect(() => viewOf(madeUpResults(), 'diagrams')).toThrow(sentence);
  });

  it('cannot be one that there is not', () => {
    expect(() => viewOf(madeUpResults({ conclusion }), 'picture')).toThrow(
      'There is no view "picture" of compare; there are verdict, measured, comparisons, tables, prices.',
    );
  });
});
