import type { Edit } from '../feature';

export const companies: readonly Edit[] = [
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: "return { handle, name: `Company ${handle}`, description: 'Anvils', numEmployees: 7, logoUrl: '/logo.png'",
    replace: `const known = { numEmployees: 7, logoUrl: '/logo.png', industry: 'Tools' };
  return { handle, name: \`Company \${handle}\`, description: 'Anvils', ...known`,
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: 'numEmployees: null, logoUrl: null',
    replace: 'numEmployees: null, logoUrl: null, industry: null',
  },
  {
    file: 'libs/companies/src/companies-in-database.test.ts',
    anchor: "const changes = { numEmployees: null, description: 'No anvils' };",
    replace: "const changes = { numEmployees: null, description: 'No anvils', industry: 'Antiques' };",
  },
  {
    file: 'libs/companies/src/companies.test.ts',
    anchor: "{ handle: 'acme', name: 'Acme', description: '', numEmployees: null, logoUrl: null }",
    replace: `{
  handle: 'acme',
  name: 'Acme',
  description: '',
  numEmployees: null,
  logoUrl: null,
  industry: null,
}`,
  },
  {
    file: 'libs/companies/src/lifecycle/by-events.test.ts',
    anchor: "{ handle, name: handle, description: '', numEmployees: null, logoUrl: null }",
    replace: `{
  handle,
  name: handle,
  description: '',
  numEmployees: null,
  logoUrl: null,
  industry: null,
}`,
  },
  {
    file: 'libs/companies/src/repository.ts',
    anchor: '"numEmployees", logo_url AS "logoUrl"\'',
    replace: '"numEmployees", logo_url AS "logoUrl", industry\'',
  },
  {
    file: 'libs/companies/src/repository.ts',
    anchor: '{ handle, name, description, numEmployees, logoUrl }: NewCompany,',
    replace: '{ handle, name, description, numEmployees, logoUrl, industry }: NewCompany,',
  },
  {
    file: 'libs/companies/src/repository.ts',
    anchor: `text: \`INSERT INTO companies (handle, name, description, num_employees, logo_url,
                                      idempotency_key, request_fingerprint)
               VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING \${COLUMNS}\`,
        values: [handle, name, description, numEmployees, logoUrl, ...markValues(mark)],`,
    replace: `text: \`INSERT INTO companies (handle, name, description, num_employees, logo_url, industry,
                                      idempotency_key, request_fingerprint)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING \${COLUMNS}\`,
        values: [handle, name, description, numEmployees, logoUrl, industry, ...markValues(mark)],`,
  },
  {
    file: 'libs/companies/src/seed/companies.ts',
    anchor: '/** The seeded companies as rows.',
    replace: `const INDUSTRIES = {
  Partners: 'Consulting',
  Systems: 'Software',
  Logistics: 'Transport',
  Foods: 'Food',
  Studio: 'Design',
  Energy: 'Energy',
  Robotics: 'Machinery',
};

/** The seeded companies as rows.`,
  },
  {
    file: 'libs/companies/src/seed/companies.ts',
    anchor: 'logoUrl: at % 3 === 1 ? null : `/logos/logo${(at % 4) + 1}.png`,',
    replace: `logoUrl: at % 3 === 1 ? null : \`/logos/logo\${(at % 4) + 1}.png\`,
  industry: at % 8 === 7 ? null : INDUSTRIES[form],`,
  },
  {
    file: 'libs/companies/src/seed/seed.test.ts',
    anchor: `expect(await ofAll('count(*) FILTER (WHERE logo_url IS NULL)::int')).toBe(17);
  });`,
    replace: `expect(await ofAll('count(*) FILTER (WHERE logo_url IS NULL)::int')).toBe(17);
  });

  it('are of seven industries, where they say of which', async () => {
    expect(await ofAll('ARRAY[count(industry), count(DISTINCT industry)]::int[]')).toEqual([44, 7]);
  });`,
  },
  {
    file: 'libs/companies/src/seed/seed.ts',
    anchor: `text: \`INSERT INTO companies (handle, name, description, num_employees, logo_url)
           SELECT handle, name, description, "numEmployees", "logoUrl"
           FROM json_to_recordset($1)
             AS row(handle text, name text, description text, "numEmployees" int, "logoUrl" text)\`,`,
    replace: `text: \`INSERT INTO companies (handle, name, description, num_employees, logo_url, industry)
           SELECT handle, name, description, "numEmployees", "logoUrl", industry
           FROM json_to_recordset($1)
             AS row(handle text, name text, description text, "numEmployees" int, "logoUrl" text, industry text)\`,`,
  },
];
