import { cellInWords, type Table, threeDigits } from '@jobly/lab/results';
import { check, conclude } from '../conclude';
import { REPLICA_CPUS } from '../plan';
import { clientsTable } from './clients-table';
import { followed, madeUpCourse, madeUpWatched } from './courses.fixture';
import { elasticityTable } from './elasticity-table';
import { courseTimeline } from './timeline';

const micro = madeUpCourse({
  stack: 'micro',
  deployments: new Map([
    ['users', followed(Infinity, Infinity)],
    ['gateway', followed(5_000, 7_000)],
  ]),
});
const watched = madeUpWatched(madeUpCourse(), micro);
const cellOf = ({ head, rows, keys }: Table, key: string, column: string) =>
  cellInWords(rows[keys!.indexOf(key)]![head.indexOf(column)]!);

describe('the table of elasticity', () => {
  const table = elasticityTable(watched);

  it('has each process of each stack, beginning with the one that needs most', () => {
    expect(table.keys).toEqual(['monolith: a step: monolith', 'micro: a step: gateway', 'micro: a step: users']);
    expect(cellOf(table, 'micro: a step: gateway', 'timeshare_U')).toBe('20 %');
    expect(cellOf(table, 'micro: a step: users', 'shortage')).toBe('none');
  });

  it('has the range of repetitions, and says so, because those of one fleet are not independent', () => {
    const supplied = [5_000, 6_000, 6_500].map((from) =>
      madeUpCourse({ deployments: new Map([['monolith', followed(5_000, from)]]) }),
    );
    const times = (count: number) => elasticityTable(madeUpWatched(...supplied.slice(-count)));
    expect(cellOf(times(2), 'monolith: a step: monolith', 'shortage')).toBe('1.25 s (1.00 s to 1.50 s)');
    expect(times(2).note).toContain('from the lowest to the highest');
    expect(times(1).note).toContain('once');
    expect(cellOf(times(3), 'monolith: a step: monolith', 'shortage')).toBe('1.25 s (1.00 s to 1.50 s), in 2 of 3');
  });
});

describe('the table of clients', () => {
  const table = clientsTable(watched.courses);
  const cell = (column: string) => cellOf(table, 'monolith: a step', column);

  it('tells refused requests from failed ones, and names how they failed', () => {
    expect([cell('requests'), cell('failed'), cell('by kind'), cell('refused')]).toEqual([
      ...['2,000', '1.00 requests', '1 × ECONNRESET', '1 (0.05 %)'],
    ]);
  });

  it('holds the reserved CPU time against that of a fixed fleet', () => {
    // Six seconds of one replica and four of two, instead of ten of two.
    expect([cell('CPU reserved'), cell('of a fixed fleet')]).toEqual([`${threeDigits(14 * REPLICA_CPUS)} s`, '70 %']);
  });
});

describe('the timeline of a course', () => {
  const { series, failed, panels } = courseTimeline(madeUpCourse());

  it('counts what was answered, refused and failed, second by second', () => {
    expect(series.map(({ name, counts }) => [name, counts[4], counts[5]])).toEqual([
      ['answered', 200, 198],
      ['refused', 0, 1],
    ]);
    expect(failed).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it('has the replicas beneath, where they change, and p99 of each thousand', () => {
    const [replicas, response] = panels!;
    expect(replicas!.lines.map(({ name, points }) => [name, points])).toEqual([
      [
        'ready',
        [
          { ms: 0, value: 1 },
          { ms: 6_000, value: 2 },
          { ms: 9_900, value: 2 },
        ],
      ],
      [
        'needed',
        [
          { ms: 0, value: 1 },
          { ms: 5_000, value: 2 },
          { ms: 9_900, value: 2 },
        ],
      ],
    ]);
    expect(response!.lines.map(({ name, points }) => [name, points.length])).toEqual([
      ['p99', 1],
      ['p95', 9],
    ]);
    expect(response!.lines[0]!.points[0]!.value).toBe(20);
  });
});

describe('the conclusion', () => {
  const figures = { tables: [elasticityTable(watched), clientsTable(watched.courses)] };

  it('says of each curve how closely each stack followed it, and what became of the requests', () => {
    expect(conclude(figures).verdict).toBe(
      'Along a step, monolith has too few replicas for 10 % of the time and too many for 0 %, micro’s gateway has too few replicas for 20 % of the time and too many for 0 %; of 4,000 requests 2 failed, and 1 at monolith and 1 at micro were refused.',
    );
  });

  it('does not count if the generator was too busy', () => {
    expect(check(figures)).toEqual([]);
    const busy = clientsTable([madeUpCourse({ generatorBusy: 0.7 })]);
    expect(check({ tables: [busy] })).toEqual([expect.stringMatching(/^The generator was busy for 70 % of the time/)]);
  });

  it('does not count if others used the machine, nor if nobody knows', () => {
    const reasons = (others: number | null) => check({ tables: [clientsTable([madeUpCourse({ others })])] });
    expect(reasons(0.2)).toEqual([expect.stringMatching(/^Others than the lab used 20 %/)]);
    expect(reasons(null)).toEqual([expect.stringMatching(/^Nothing is known of what others/)]);
  });
});
