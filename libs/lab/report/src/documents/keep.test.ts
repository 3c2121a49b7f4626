import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { invalidResults, madeUpResults } from '@jobly/lab/fixtures/results';
import { type Results, results as schema } from '@jobly/lab/results';
import { DOCUMENTS, keepBaseline } from './keep';

let root: string;

const document = (name: string) => join(root, name);
const kept = (...name: string[]) => join(root, 'docs/baseline/compare', ...name);
const place = (view: string) => `<!-- baseline compare ${view} -->\n<!-- /baseline -->\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-baseline-'));
  for (const name of DOCUMENTS) {
    mkdirSync(dirname(document(name)), { recursive: true });
    writeFileSync(document(name), place('verdict'));
  }
});
afterEach(() => rmSync(root, { recursive: true }));

/** As a run writes them; made once, because it takes longer than everything else here. */
const results = schema.parse(madeUpResults());

/** The results as a baseline stores them. */
const stored = (): Results => schema.parse(JSON.parse(readFileSync(kept('results.json'), 'utf8')));

/** Everything under the root, with its content. */
const everything = () =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

describe('a baseline', () => {
  it('is the results with their blocks, the pictures, and the figures in the documents', async () => {
    await keepBaseline([results], root);
    expect(stored()).toEqual(results);
    expect(readdirSync(kept())).toEqual([
      'forest.svg',
      'percentiles-get-companies-handle.svg',
      'percentiles-get-companies-namelike.svg',
      'percentiles-get-jobs-id.svg',
      'results.json',
    ]);
    expect(readFileSync(document('docs/figures.md'), 'utf8')).toContain(results.conclusion.verdict);
    expect(readdirSync(join(root, 'docs/baseline'))).toEqual(['compare']);
  });

  it('that an older lab has stored without blocks keeps the pictures that only blocks can draw', async () => {
    await keepBaseline([results], root);
    writeFileSync(kept('results.json'), `${JSON.stringify({ ...results, blocks: [] }, null, 1)}\n`);
    const before = everything();
    writeFileSync(kept('forest.svg'), 'an older drawing');
    await keepBaseline([stored()], root);
    expect(everything()).toEqual(before);
  });
});

it('a baseline of an older lab keeps the file that it has written, without what it did not know', async () => {
  await keepBaseline([results], root);
  const older = readFileSync(kept('results.json'), 'utf8').replaceAll(/^ *"lowerBound": false,\n/gm, '');
  writeFileSync(kept('results.json'), older);
  expect(older).not.toContain('lowerBound');
  await keepBaseline([stored()], root);
  expect(readFileSync(kept('results.json'), 'utf8')).toBe(older);
});

describe('a baseline stays as it was if it is offered', () => {
  const refused = async (runs: readonly Results[], sentence: string | RegExp) => {
    const before = everything();
    await expect(keepBaseline(runs, root)).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringMatching(sentence),
    });
    expect(everything()).toEqual(before);
  };

  beforeEach(() => keepBaseline([results], root));

  it('another run without the blocks that draw its pictures', () =>
    refused(
      [{ ...stored(), blocks: [], startedAt: '2026-03-02T12:00:00.000Z' }],
      /^The results of compare from 2026-03-02.* are stored without their blocks/,
    ));

  it('a run without a verdict', async () => {
    const sentence = /^The run of compare is stored without its verdict/;
    await refused([{ ...stored(), conclusion: { verdict: 'Not kept.', tables: [], missing: true } }], sentence);
    await refused([{ ...stored(), conclusion: { verdict: '', tables: [] } }], sentence);
  });

  it('a run that does not count', async () => {
    await refused([invalidResults()], 'The run of compare is invalid');
    await refused([invalidResults({ outcome: 'failed' })], 'The run of compare is incomplete');
  });

  it('two runs of one experiment', () => refused([results, results], 'There are several runs of compare'));

  it('a run that lacks what a document quotes or shows', async () => {
    writeFileSync(document('docs/figures.md'), place('ladder'));
    await refused([results], 'There is no view "ladder" of compare');
    writeFileSync(document('docs/figures.md'), '![One](baseline/compare/waterfall-one.svg)');
    await refused([results], 'docs/figures.md shows waterfall-one.svg, which the run of compare lacks.');
  });

  it('a repository without a document', async () => {
    rmSync(document('docs/figures.md'));
    await refused([results], /^docs\/figures\.md cannot be read: /);
  });
});
