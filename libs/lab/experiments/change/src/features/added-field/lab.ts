import type { Edit } from '../feature';

export const lab: readonly Edit[] = [
  {
    file: 'libs/lab/experiments/cache/src/staleness.test.ts',
    anchor: "description: 'Anvils', logoUrl: null",
    replace: "description: 'Anvils', logoUrl: null, industry: null",
  },
  {
    file: 'libs/lab/experiments/layers/src/servers/statements.ts',
    anchor: '"numEmployees", logo_url AS "logoUrl"\'',
    replace: '"numEmployees", logo_url AS "logoUrl", industry\'',
  },
  {
    file: 'libs/lab/system-under-test/src/testing/fake-jobly.fixture.ts',
    anchor: "{ handle: 'acme', name: 'Acme Tools', description: 'Anvils', numEmployees: 3, logoUrl: null }",
    replace: `{
  handle: 'acme',
  name: 'Acme Tools',
  description: 'Anvils',
  numEmployees: 3,
  logoUrl: null,
  industry: null,
}`,
  },
  {
    file: 'libs/lab/system-under-test/src/workload/new-records.ts',
    anchor: 'logoUrl: `/logos/${handle}.svg`,',
    replace: `logoUrl: \`/logos/\${handle}.svg\`,
  industry: null,`,
  },
];
