import type { Edit } from '../feature';

export const companies: readonly Edit[] = [
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: 'asked for by statements that are',
    replace: `told to their neighbours by size, where it is known', async () => {
    const sizes = [1_000_009, 1_000_010, 1_000_011, null];
    const [, ...large] = await Promise.all(sizes.map((numEmployees) => created({ numEmployees })));
    const { body } = await api.get('/internal/company-handles/1000010');
    const wanted = large.filter(({ numEmployees }) => numEmployees !== null).map(({ handle }) => handle);
    expect((body as { handles: string[] }).handles.sort()).toEqual(wanted.sort());
  });

  it('are asked for by statements that are`,
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: `await api.delete(\`/companies/\${handle}\`);
    const everywhere = ['insert-company', 'company-by-handle', 'companies', 'companies-like-min-max', 'company-names'];
    const here = lifecycle === byForeignKeys ? ['delete-company'] : ['pending-deletion', 'delete-company-with-event'];
    expect(await prepared()).toEqual(expect.arrayContaining([...everywhere, ...here]));`,
    replace: `await api.get('/internal/company-handles/1');
    await api.delete(\`/companies/\${handle}\`);
    const reads = ['company-by-handle', 'companies', 'companies-like-min-max', 'company-names', 'company-handles'];
    const here = lifecycle === byForeignKeys ? ['delete-company'] : ['pending-deletion', 'delete-company-with-event'];
    expect(await prepared()).toEqual(expect.arrayContaining(['insert-company', ...reads, ...here]));`,
  },
  {
    file: 'libs/companies/src/companies.test.ts',
    anchor: `expect(await companies.namesOf(['acme', 'bolt', 'gone'])).toEqual({ acme: 'Acme', bolt: 'Bolt' });
  });
});`,
    replace: `expect(await companies.namesOf(['acme', 'bolt', 'gone'])).toEqual({ acme: 'Acme', bolt: 'Bolt' });
  });
});

describe('the companies of a size', () => {
  const handles = (count: number) => Array.from({ length: count }, (_, at) => ({ ...acme, handle: \`acme-\${at}\` }));

  it('are told by their handles, up to ten thousand', async () => {
    const rows = handles(10_000);
    const { companies } = companiesOver({ rows });
    expect(await companies.handlesOfSize(1)).toEqual(rows.map(({ handle }) => handle));
  });

  it('are not told in part: of more there is no list', async () => {
    expect(await companiesOver({ rows: handles(10_001) }).companies.handlesOfSize(1)).toBeNull();
  });
});`,
  },
  {
    file: 'libs/companies/src/companies.ts',
    anchor: 'type JobSummary,',
    replace: `type JobSummary,
  MATCH_LIMIT,`,
  },
  {
    file: 'libs/companies/src/companies.ts',
    anchor: '  } satisfies CompanyDirectory & Record<string, unknown>;',
    replace: `
    async handlesOfSize(minEmployees: number): Promise<string[] | null> {
      const rows = await repository.handlesOfSize(minEmployees, MATCH_LIMIT + 1);
      return rows.length > MATCH_LIMIT ? null : rows.map(({ handle }) => handle);
    },
  } satisfies CompanyDirectory & Record<string, unknown>;`,
  },
  {
    file: 'libs/companies/src/repository.ts',
    anchor: 'async update(handle: string, data:',
    replace: `handlesOfSize: (minEmployees: number, limit: number): Promise<Pick<Company, 'handle'>[]> =>
      sql({
        name: 'company-handles',
        text: 'SELECT handle FROM companies WHERE num_employees >= $1 LIMIT $2',
        values: [minEmployees, limit],
      }),

    async update(handle: string, data:`,
  },
  {
    file: 'libs/companies/src/routes.ts',
    anchor: 'companies.namesOf(body.handles) })),',
    replace: `companies.namesOf(body.handles) })),
  route(internalOperations.companyHandles, async ({ params }) => ({
    handles: await companies.handlesOfSize(params.minEmployees),
  })),`,
  },
];
