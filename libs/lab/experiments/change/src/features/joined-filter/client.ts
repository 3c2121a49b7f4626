import type { Edit } from '../feature';

export const client: readonly Edit[] = [
  {
    file: 'libs/service-clients/src/ports.test.ts',
    anchor: "/internal/company-names', JSON.stringify({ handles })]);",
    replace: `/internal/company-names', JSON.stringify({ handles })]);
  });

  it('the company directory tells which companies are of a size, or that they are too many', async () => {
    const { client, heard } = await asking(json({ handles: ['acme'] }));
    expect(await httpCompanyDirectory(client).handlesOfSize(7)).toEqual(['acme']);
    expect(heard[0]!.request).toBe('GET /internal/company-handles/7');
    const tooMany = await asking(json({ handles: null }));
    expect(await httpCompanyDirectory(tooMany.client).handlesOfSize(0)).toBeNull();`,
  },
  {
    file: 'libs/service-clients/src/ports.ts',
    anchor: 'internal.companyNames, { body: { handles } })).names,',
    replace: `internal.companyNames, { body: { handles } })).names,
  handlesOfSize: async (minEmployees) =>
    (await companies(internal.companyHandles, { params: { minEmployees } })).handles,`,
  },
];
