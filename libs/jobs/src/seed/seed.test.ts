import { aSharedDatabase } from '@jobly/database/fixtures';
import { seedJobs } from './seed';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
beforeAll(async () => {
  shared = await aSharedDatabase('jobs-service');
  await seedJobs(shared.open().sql);
}, 60_000);
afterAll(() => shared.remove(), 60_000);

/** What an SQL expression says of all the seeded jobs. */
async function ofAll(expression: string): Promise<unknown> {
  const [row] = await shared.run<{ value: unknown }>(`SELECT ${expression} AS value FROM jobs`);
  return row!.value;
}

describe('The seeded jobs', () => {
  it('are two hundred, numbered from 1, four for each of the fifty companies', async () => {
    expect(await ofAll('array_agg(id ORDER BY id)')).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
    const sizes = 'SELECT count(*)::int AS size FROM jobs GROUP BY company_handle';
    expect(await shared.run(sizes)).toEqual(Array.from({ length: 50 }, () => ({ size: 4 })));
  });

  it('have many titles, each a rank and a trade', async () => {
    expect(await ofAll(`bool_and(title ~ '^[A-Z][a-z]+( [A-Z][a-z]+){1,2}$')`)).toBe(true);
    expect(await ofAll('count(DISTINCT title)::int')).toBe(140);
  });

  it('pay thousands from 30 to 149, where they say what they pay', async () => {
    expect(await ofAll('count(*) FILTER (WHERE salary IS NULL)::int')).toBe(16);
    expect(await ofAll('ARRAY[min(salary), max(salary)]')).toEqual([30_000, 149_000]);
    expect(await ofAll('bool_and(salary % 1000 = 0)')).toBe(true);
  });

  it('give up to 9.9 % of equity: half of them some, a quarter none, and a quarter do not say', async () => {
    const counted = ['equity > 0', 'equity = 0', 'equity IS NULL'].map((is) => `count(*) FILTER (WHERE ${is})::int`);
    expect(await ofAll(`ARRAY[${counted.join()}]`)).toEqual([100, 50, 50]);
    expect(await ofAll('ARRAY[min(nullif(equity, 0)), max(equity)]::text[]')).toEqual(['0.001', '0.099']);
    expect(await ofAll('max(scale(equity))')).toBe(3);
  });

  it('leave the next number to the next job', async () => {
    const insertion = `INSERT INTO jobs (title, company_handle) VALUES ('Baker', 'acme') RETURNING id`;
    expect(await shared.run(insertion)).toEqual([{ id: 201 }]);
  });
});
