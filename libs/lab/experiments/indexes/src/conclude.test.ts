import { conclude } from './conclude';
import { keyOf } from './people/ways';

const cells: Record<string, string> = { none: '1.02 (1.00 to 1.04)', btree: '0.06 (0.05 to 0.07)' };
const lookUps = (targets: [string, string]) => ({
  ...{ name: 'look-ups', title: '', note: '' },
  head: ['looked up by', 'index', 'exponent', 'target'],
  rows: Object.values(cells).map((exponent, at) => ['name', '', exponent, targets[at]!]),
  keys: (['none', 'btree'] as const).map((indexed) => keyOf({ question: 'name', indexed })),
});
const ratios = {
  ...{ name: 'break-even', title: '', note: '' },
  head: ['rows', 'reads for each write'],
  rows: [['10,000', '0.0050 (0.0040 to 0.0060)']],
  keys: ['10000'],
};
const reads = {
  ...{ name: 'reads-100000', title: '', note: '' },
  head: ['operation', 'stack', 'an index is'],
  rows: [
    ['GET /jobs', 'monolith', 'not missing'],
    ['GET /jobs', 'micro', 'missing'],
  ],
};

describe('the verdict on indexes', () => {
  it('has both exponents, from when on an index pays, and what Jobly is missing', () => {
    expect(conclude({ tables: [lookUps(['kept', 'kept']), ratios, reads] }).verdict).toBe(
      'A look-up takes time in proportion to rows^1.02 (1.00 to 1.04) without an index and to rows^0.06 (0.05 to 0.07) with a B-tree. ' +
        'At 10,000 rows the index pays from 0.0050 (0.0040 to 0.0060) reads for each write on. ' +
        'Of Jobly’s operations, GET /jobs (micro) misses an index.',
    );
  });

  it('says where a target is not kept, and where no index is missing', () => {
    const whole = { ...reads, rows: reads.rows.slice(0, 1) };
    const { verdict } = conclude({ tables: [lookUps(['missed', 'kept']), whole] });
    expect(verdict).toContain('with a B-tree (targets missed and kept).');
    expect(verdict).toContain('No operation of Jobly’s misses an index.');
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was observed.');
  });
});
