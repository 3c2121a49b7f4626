import { aSharedDatabase } from '@jobly/database/fixtures';
import { seedCompanies } from './seed';

let shared: Awaited<ReturnType<typeof aSharedDatabase>>;
beforeAll(async () => {
  shared = await aSharedDatabase('companies-service');
  await seedCompanies(shared.open().sql);
}, 60_000);
afterAll(() => shared.remove(), 60_000);

/** What an SQL expression says of all the seeded companies. */
async function ofAll(expression: string): Promise<unknown> {
  const [row] = await shared.run<{ value: unknown }>(`SELECT ${expression} AS value FROM companies`);
  return row!.value;
}

describe('The seeded companies', () => {
  it('are fifty, with readable names and handles made of them', async () => {
    expect(await ofAll('count(*)::int')).toBe(50);
    expect(await ofAll(`bool_and(name ~ '^[A-Z][a-z]+ [A-Z][a-z]+$')`)).toBe(true);
    expect(await ofAll(`bool_and(handle = replace(lower(name), ' ', '-'))`)).toBe(true);
  });

  it('do what their names say, each since a year of its own', async () => {
    expect(await ofAll(`bool_and(description ~ '^[A-Z][a-z]+ .+, since (19[5-9]|20[01])[0-9][.]$')`)).toBe(true);
    expect(await ofAll(`count(DISTINCT right(description, 5))::int`)).toBe(50);
    const crafts = `count(DISTINCT split_part(description, ', since', 1))`;
    expect(await ofAll(`ARRAY[${crafts}, count(DISTINCT split_part(name, ' ', 2))]::int[]`)).toEqual([7, 7]);
  });

  it('have five people or more, each a number of its own, where they say how many', async () => {
    expect(await ofAll('ARRAY[count(num_employees), count(DISTINCT num_employees)]::int[]')).toEqual([45, 45]);
    expect(await ofAll('bool_and(num_employees BETWEEN 5 AND 1504)')).toBe(true);
  });

  it('have one of four logos, and a third of them none', async () => {
    expect(await ofAll('array_agg(DISTINCT logo_url) FILTER (WHERE logo_url IS NOT NULL)')).toEqual(
      [1, 2, 3, 4].map((number) => `/logos/logo${number}.png`),
    );
    expect(await ofAll('count(*) FILTER (WHERE logo_url IS NULL)::int')).toBe(17);
  });
});
