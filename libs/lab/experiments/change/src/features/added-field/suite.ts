import type { Edit } from '../feature';

export const suite: readonly Edit[] = [
  {
    file: 'apps/conformance/suite/bodies.test.ts',
    anchor: "'logoUrl'])('gets 400: NUL in %s'",
    replace: "'logoUrl', 'industry'])('gets 400: NUL in %s'",
  },
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: "'https://example.com/logo.png' }",
    replace: "'https://example.com/logo.png', industry: 'Tools' }",
  },
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: 'size and logo to be unknown where',
    replace: 'size, logo and industry to be unknown where',
  },
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: 'body: { company: { ...company, numEmployees: null, logoUrl: null } },',
    replace: 'body: { company: { ...company, numEmployees: null, logoUrl: null, industry: null } },',
  },
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: '{ logoUrl: null },',
    replace: `{ logoUrl: null },
    { industry: 'Toys' },
    { industry: null },`,
  },
  {
    file: 'apps/conformance/suite/companies.test.ts',
    anchor: `])('changes %j and leaves the rest', async (changes) => {
    const company = await aCompany({ numEmployees: 7, logoUrl: '/logos/logo1.png' });`,
    replace: `])('changes %j and leaves the rest', async (changes) => {
    const company = await aCompany({ numEmployees: 7, logoUrl: '/logos/logo1.png', industry: 'Tools' });`,
  },
  {
    file: 'apps/conformance/suite/company-fields.test.ts',
    anchor: "['logoUrl', 'null', null],",
    replace: `['logoUrl', 'null', null],
  ['industry', '1 character', 'i'],
  ['industry', '60 characters beyond 16 bits', '😀'.repeat(60)],
  ['industry', 'null', null],`,
  },
  {
    file: 'apps/conformance/suite/company-fields.test.ts',
    anchor: "...['name', 'description', 'logoUrl'].flatMap((field) =>",
    replace: `['industry', 'nothing', ''],
  ['industry', '61 characters', 'i'.repeat(61)],
  ...['name', 'description', 'logoUrl', 'industry'].flatMap((field) =>`,
  },
  {
    file: 'apps/conformance/suite/jobs.test.ts',
    anchor: "5, logoUrl: '/logos/logo2.png' }",
    replace: "5, logoUrl: '/logos/logo2.png', industry: 'Tools' }",
  },
  {
    file: 'apps/conformance/suite/support/body.ts',
    anchor: 'logoUrl: string | null;',
    replace: `logoUrl: string | null;
  industry: string | null;`,
  },
  {
    file: 'apps/conformance/suite/support/recorded-shapes.ts',
    anchor: "'logoUrl', 'name', 'numEmployees']",
    replace: "'industry', 'logoUrl', 'name', 'numEmployees']",
  },
];
