import type { Edit } from '../feature';

export const contracts: readonly Edit[] = [
  {
    file: 'libs/contracts/src/companies.ts',
    anchor: `numEmployees: field.numEmployees,
  logoUrl: field.logoUrl,`,
    replace: `numEmployees: field.numEmployees,
  logoUrl: field.logoUrl,
  industry: field.industry,`,
  },
  {
    file: 'libs/contracts/src/companies.ts',
    anchor: 'logoUrl: field.logoUrl.default(null),',
    replace: `logoUrl: field.logoUrl.default(null),
  industry: field.industry.default(null),`,
  },
  {
    file: 'libs/contracts/src/companies.ts',
    anchor: '    logoUrl: field.logoUrl,',
    replace: `    logoUrl: field.logoUrl,
    industry: field.industry,`,
  },
  {
    file: 'libs/contracts/src/fields.ts',
    anchor: "'x-problem': LOGO_URL })\n  .nullable();",
    replace: `'x-problem': LOGO_URL })
  .nullable();
export const industry = text(1, 60).nullable();`,
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: "{ handle: 'acme', name: 'Acme', description: 'Anvils', numEmployees: 7, logoUrl: '/acme.png' }",
    replace: `{
  handle: 'acme',
  name: 'Acme',
  description: 'Anvils',
  numEmployees: 7,
  logoUrl: '/acme.png',
  industry: 'Tools',
}`,
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: "'logoUrl'], reply: { company } }",
    replace: "'logoUrl', 'industry'], reply: { company } }",
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor:
      "['createCompany', { handle: 'acme', name: 'Acme', description: '' }, { numEmployees: null, logoUrl: null }]",
    replace: `[
      'createCompany',
      { handle: 'acme', name: 'Acme', description: '' },
      { numEmployees: null, logoUrl: null, industry: null },
    ]`,
  },
];
