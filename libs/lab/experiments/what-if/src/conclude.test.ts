import { madeUpSizing } from '@jobly/lab/fixtures/results';
import type { Sizing } from '@jobly/lab/results';
import { conclude } from './conclude';
import { reasonsAgainst } from './reasons';
import { STORAGE } from './storage-table';
import { conditionsTable } from './tables/conditions';
import { TEN_MILLION } from './tables/ten-million';
import { madeUpLaunches } from './what-if.fixture';

const storage = {
  ...{ name: STORAGE, title: '', note: '', head: ['table', 'a row', 'entries on a page'] },
  rows: ['users', 'companies', 'jobs', 'applications'].map((table) => [
    table,
    { value: 100, unit: 'bytes' },
    { value: 200, unit: '' },
  ]),
  keys: ['users', 'companies', 'jobs', 'applications'],
};

const concluded = (changes: Partial<Sizing> = {}) => conclude({ sizing: madeUpSizing(changes), tables: [storage] });

describe('the verdict', () => {
  it('answers the question, and says what the answer hangs on and how far off it may be', () => {
    expect(concluded().verdict).toMatch(
      /^500 requests a second, 90 % of them reads, take [\d.]+ CPUs \([\d.]+ to [\d.]+\) and a median of [\d.]+ ms \(.*\) at monolith and .* at micro\. Halved or doubled, what moves the median most is “.*”.*\. Of 2 loads .* off by \+10 % \(all intervals: .* % to 15 %\) at most, and that of the CPUs by −5 % \(all intervals: −10 % to .* %\)\.$/,
    );
  });

  it('says that the target is missed, or that nobody knows', () => {
    const [check] = madeUpSizing().checks;
    const off = (low: number, high: number) =>
      concluded({ checks: [{ ...check!, p50: { estimate: 1.3, low, high } }] }).verdict;
    expect(off(1.25, 1.35)).toContain('which misses the target');
    expect(off(1.1, 1.5)).toContain('is undecided');
  });

  it('is the same whether a load can be served or not', () => {
    const scenario = { ...madeUpSizing().scenario, rate: 5_000, replicas: 1 };
    expect(concluded({ scenario }).verdict).toContain('which monolith and micro cannot serve');
  });
});

describe('the example of ten million users', () => {
  const table = concluded().tables!.find(({ name }) => name === TEN_MILLION)!;
  const row = (name: string) => table.rows.find(([first]) => first === name)!;

  it('says of every figure what it comes from', () => {
    for (const cells of table.rows) expect(cells.at(-1)).toMatch(/assumed|measured|counted|set/);
  });

  it('follows from what is assumed and measured', () => {
    // A fifth of them, 50 requests each, in 86,400 s, four times that at the peak.
    expect(row('requests a second at the peak')[1]).toBe('4,630');
    // 62.2 million rows of 100 bytes.
    expect(row('storage, with indexes')[1]).toBe('5.79 GiB');
    // 200 ** 3 are eight million.
    expect(row('levels of the index of users')[1]).toBe('4');
    expect(row('hit ratio of a shared cache for reads')[1]).toBe('29.4 %');
  });
});

describe('a run', () => {
  const launches = madeUpLaunches([1, 1.1]);
  const reasons = (changes: object) => {
    const [first, ...others] = launches;
    const [block, ...blocks] = first!.checks;
    const disturbed = { ...first!, checks: [{ ...block!, ...changes }, ...blocks] };
    return reasonsAgainst({ tables: [conditionsTable([disturbed, ...others])] });
  };

  it('counts if nothing failed and nobody else used the machine', () => {
    expect(reasons({})).toEqual([]);
  });

  it('does not count if a request failed, or others had much of the CPUs', () => {
    expect(reasons({ failed: 3 })).toEqual(['3 requests failed: what was measured is not what the stacks do.']);
    expect(reasons({ others: 0.96 })).toEqual([
      'Other programs took 8 % of the CPUs’ time, and 5 % is allowed: end them, and run again.',
    ]);
  });
});
