import type { Edit } from '../feature';

export const client: readonly Edit[] = [
  {
    file: 'libs/service-clients/src/index.ts',
    anchor: '{ httpCompanyDirectory, httpJobBoard, httpJobRegister, httpTokenIntrospector }',
    replace: `{
  httpApplicationRegister,
  httpCompanyDirectory,
  httpJobBoard,
  httpJobRegister,
  httpTokenIntrospector,
}`,
  },
  {
    file: 'libs/service-clients/src/ports.test.ts',
    anchor: '{ httpCompanyDirectory, httpJobBoard, httpJobRegister, httpTokenIntrospector }',
    replace: `{
  httpApplicationRegister,
  httpCompanyDirectory,
  httpJobBoard,
  httpJobRegister,
  httpTokenIntrospector,
}`,
  },
  {
    file: 'libs/service-clients/src/ports.test.ts',
    anchor: "it('introspection tells what a token is worth', async () => {",
    replace: `it.each([true, false])('the application register knows whether anybody has applied: %p', async (hasApplications) => {
    const { client, heard } = await asking(json({ hasApplications }));
    expect(await httpApplicationRegister(client).hasApplications(7)).toBe(hasApplications);
    expect(heard[0]!.request).toBe('GET /internal/jobs/7/has-applications');
  });

  it('introspection tells what a token is worth', async () => {`,
  },
  {
    file: 'libs/service-clients/src/ports.ts',
    anchor: 'type CompanyDirectory,',
    replace: `type ApplicationRegister,
  type CompanyDirectory,`,
  },
  {
    file: 'libs/service-clients/src/ports.ts',
    anchor: 'export const httpTokenIntrospector',
    replace: `export const httpApplicationRegister = (users: ServiceClient): ApplicationRegister => ({
  hasApplications: async (id) => (await users(internal.jobHasApplications, { params: { id } })).hasApplications,
});

export const httpTokenIntrospector`,
  },
];
