import pc from 'picocolors';
import { aSpan } from './stored-spans.fixture';
import { waterfall } from './waterfall';

const plain = pc.createColors(false);

const spans = [
  aSpan({ durationUs: 4_000 }),
  aSpan({ process: 'jobs', spanId: 's2', parentSpanId: 's1', name: 'first', beginUs: 1_001_000, attributes: {} }),
  aSpan({ process: 'jobs', spanId: 's3', parentSpanId: 's2', name: 'below', beginUs: 1_001_000, durationUs: 1 }),
  aSpan({ process: 'jobs', spanId: 's4', parentSpanId: 's1', name: 'x'.repeat(90), beginUs: 1_003_000, failure: 'no' }),
];

const rowsOf = (text: string) => text.split('\n').slice(4);

describe('a waterfall', () => {
  it('says what was asked, and when, and how much there is of it', () => {
    const head = waterfall(spans, plain).split('\n').slice(0, 3);
    expect(head).toEqual(['request r1', 'trace t1', '1970-01-01 00:00:01.000 UTC, 4.00 ms, 4 spans, 2 processes']);
  });

  it('has a row for each span, below its parent and where its time was', () => {
    expect(rowsOf(waterfall(spans, plain))).toEqual([
      'gateway    GET /jobs/:id                       ███████████████████████   4.00 ms',
      'jobs       ├ first                                  ██████▌              1.00 ms',
      'jobs       │ └ below                                ▊                    0.00 ms',
      `jobs       └ ✗ ${'x'.repeat(29)}…                   ██████   1.00 ms`,
    ]);
  });

  it('has one row for those in a row that are alike, from the first to the last', () => {
    const deliver = (at: number, given: object = {}) =>
      aSpan({ spanId: `a${at}`, parentSpanId: 's1', name: 'deliver', beginUs: 1_000_000 + at * 1_000, ...given });
    const failed = { failure: 'no' };
    const attempts = [1, 2, 3, 4, 5].map((at) => deliver(at, failed));
    const below = deliver(6, { parentSpanId: 'a4', name: 'below' });
    const rows = rowsOf(waterfall([aSpan({ durationUs: 8_000 }), ...attempts, deliver(7), below], plain));
    expect(rows.map((row) => row.slice(11, 45).trimEnd() + row.slice(70))).toEqual([
      'GET /jobs/:id   8.00 ms',
      '├ 3 × ✗ deliver   3.00 ms',
      '├ ✗ deliver   1.00 ms',
      '│ └ below   1.00 ms',
      '├ ✗ deliver   1.00 ms',
      '└ deliver   1.00 ms',
    ]);
  });

  it('is 80 columns wide, whatever it shows', () => {
    const wide = aSpan({ name: 'n'.repeat(200), process: 'p'.repeat(30), durationUs: 12_345_678 });
    for (const row of rowsOf(waterfall([...spans, wide], plain))) expect(row.length).toBeLessThanOrEqual(80);
  });

  it('shows a span whose parent is missing, and one that is its own parent, at the top', () => {
    const stray = aSpan({ spanId: 's8', parentSpanId: 'gone', name: 'stray' });
    const own = aSpan({ spanId: 's9', parentSpanId: 's9', name: 'own' });
    expect(rowsOf(waterfall([stray, own], plain)).map((row) => row.slice(11, 16).trim())).toEqual(['stray', 'own']);
  });

  it('shows spans that are their own ancestors once, beginning with the first of them', () => {
    const one = aSpan({ spanId: 's1', parentSpanId: 's2', name: 'one' });
    const other = aSpan({ spanId: 's2', parentSpanId: 's1', name: 'other' });
    const names = rowsOf(waterfall([one, other], plain)).map((row) => row.slice(11, 19).trim());
    expect(names).toEqual(['one', '└ other']);
  });

  it('shows what is below an id once, however often the id occurs', () => {
    const twice = Array.from({ length: 16 }, (_, at) => aSpan({ spanId: `s${at}`, parentSpanId: `s${at - 1}` }));
    expect(rowsOf(waterfall([...twice, ...twice], plain))).toHaveLength(31);
  });

  it('shows the first rows of a trace with very many spans, and says how many there are beyond them', () => {
    const many = Array.from({ length: 150_000 }, (_, at) => aSpan({ spanId: `s${at}`, name: `${at}` }));
    const rows = rowsOf(waterfall(many, plain));
    expect([rows.length, rows.at(-1)]).toEqual([1_001, 'and 149,000 more; --json has all']);
  });

  it('shows a chain of spans, however deep it is', () => {
    const chain = Array.from({ length: 12_000 }, (_, at) => aSpan({ spanId: `s${at}`, parentSpanId: `s${at - 1}` }));
    expect(rowsOf(waterfall(chain, plain)).at(-1)).toBe('and 11,000 more; --json has all');
  });

  it('has no effect on the terminal, whatever a name contains', () => {
    const text = waterfall([aSpan({ name: '\u001b[2Jboo', attributes: { 'jobly.request_id': 'a\nb' } })], plain);
    expect(text).toContain('�[2Jboo');
    expect(text).toContain('request a�b');
  });
});
