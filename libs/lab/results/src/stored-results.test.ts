import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conclude, Results } from './results';
import { madeUpResults } from './results.fixture';
import { supplement } from './rich-results.fixture';
import { readResults } from './stored-results';

let directory: string;

beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'lab-stored-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const conclude: Conclude = ({ blocks }) => ({ verdict: `Concluded from ${blocks.length} blocks.`, tables: [] });

const stored = (results: object) => {
  const file = join(directory, 'results.json');
  writeFileSync(file, JSON.stringify(results));
  return readResults(file, conclude);
};

/** The same run in version 2, without the fields that were added since. */
function inVersion2(results: Results): object {
  const { arms: _arms, databases: _databases, conclusion: _conclusion, workloads, timelines, ...rest } = results;
  return {
    ...rest,
    version: 2,
    workloads: workloads.map(({ pairs: _pairs, ...workload }) => workload),
    timelines: timelines.map((one) => ({ ...one, marks: one.marks.map(({ name, ms }) => ({ name, ms })) })),
  };
}

describe('a results file', () => {
  it('keeps its conclusion, which nobody draws again, with its blocks and without', async () => {
    const conclusion = { verdict: 'At least eight times as many.', tables: [] };
    const results = madeUpResults({ conclusion });
    expect(await stored(results)).toEqual(results);
    expect(await stored({ ...results, blocks: [] })).toEqual({ ...results, blocks: [] });
  });

  it('of version 2 opens as if it had been written today, its conclusion drawn from its blocks', async () => {
    const results = madeUpResults({ timelines: supplement.timelines });
    expect(await stored(inVersion2(results))).toEqual({
      ...results,
      conclusion: { verdict: 'Concluded from 72 blocks.', tables: [] },
    });
  });

  it('of version 2 without blocks opens, and concludes nothing from what is left', async () => {
    const found = await stored({ ...inVersion2(madeUpResults()), blocks: [] });
    expect(found.conclusion.verdict).toMatch(/^An older lab has kept the figures of this run without its verdict/);
    expect(found.conclusion.missing).toBe(true);
    expect(found.workloads.map(({ pairs }) => pairs)).toEqual([null, null, null]);
  });

  it('of version 2 from before timelines opens, too', async () => {
    const { timelines: _, ...older } = inVersion2(madeUpResults()) as { timelines: unknown };
    expect((await stored(older)).timelines).toEqual([]);
  });
});
