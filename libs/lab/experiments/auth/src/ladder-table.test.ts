import { madeUpResults } from '@jobly/lab/fixtures/results';
import { cellInWords } from '@jobly/lab/results';
import { ladderTable } from './ladder-table';
import { ladder } from './modes';
import { lagTable } from './revocation';

const ttl = { token: 12, cache: 3 };
const [mode] = ladder;

/** The cells of the first mode. */
const rowIn = (run: ReturnType<typeof madeUpResults>) => ladderTable(run).rows[0]!.map(cellInWords);

describe('the table of all modes', () => {
  it('finds how long each lets a deleted administrator in, whatever the other table calls the mode', () => {
    const table = lagTable([{ name: mode!.name, topology: 'monolith', ms: 2_400 }], ttl);
    const renamed = { ...table, rows: table.rows.map(([, ...cells]) => ['another name', ...cells]) };
    expect(rowIn(madeUpResults({ tables: [renamed] })).at(-1)).toBe('2.4 s');
  });

  it('holds every mode against its own base only', () => {
    const made = madeUpResults();
    const compared = {
      ...{ workload: made.workloads[0]!.name, other: mode!.name, metric: 'response p50', as: 'difference' as const },
      ...{ unit: 'ms', bound: null, blocks: 8 },
    };
    const comparisons = [
      { ...compared, base: 'micro: jwks', interval: { estimate: 9, low: 8, high: 10 } },
      { ...compared, base: 'monolith: no authentication', interval: { estimate: 0.3, low: 0.2, high: 0.4 } },
    ];
    expect(rowIn({ ...made, comparisons })[1]).toMatch(/^\+0\.30 ms/);
  });
});
