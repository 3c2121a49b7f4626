import type { Edit } from '../feature';

export const contracts: readonly Edit[] = [
  {
    file: 'libs/contracts/src/fields.ts',
    anchor: 'export const id = digits(1, MAX_INTEGER);',
    replace: `export const id = digits(1, MAX_INTEGER);
export const size = digits(0, MAX_INTEGER);`,
  },
  {
    file: 'libs/contracts/src/filters.test.ts',
    anchor: "it.each([' ', '1', 'TRUE', 'yes'",
    replace: `it('takes a size of the company, and an empty one for no condition', () => {
    expect(jobFilter.parse({ minEmployees: '10' })).toMatchObject({ minEmployees: 10 });
    expect(jobFilter.parse({ minEmployees: '' })).toEqual({ ...page, hasEquity: false });
  });

  it.each([' ', '1', 'TRUE', 'yes'`,
  },
  {
    file: 'libs/contracts/src/index.ts',
    anchor: "Owner, Reply } from './operation';",
    replace: `Owner, Reply } from './operation';
export { MATCH_LIMIT } from './match-limit';`,
  },
  {
    file: 'libs/contracts/src/internal-operations.ts',
    anchor: "import { handle, id } from './fields';",
    replace: "import { handle, id, size } from './fields';",
  },
  {
    file: 'libs/contracts/src/internal-operations.ts',
    anchor: "import { jobSummary } from './jobs';",
    replace: `import { jobSummary } from './jobs';
import { MATCH_LIMIT } from './match-limit';`,
  },
  {
    file: 'libs/contracts/src/internal-operations.ts',
    anchor: 'jobsOfCompany: operation({',
    replace: `companyHandles: operation({
    method: 'get',
    path: '/internal/company-handles/:minEmployees',
    owner: 'companies',
    access: 'service',
    summary: 'CompanyDirectory.handlesOfSize',
    params: z.object({ minEmployees: size }),
    reply: z.object({ handles: z.array(handle).max(MATCH_LIMIT).nullable() }),
  }),
  jobsOfCompany: operation({`,
  },
  {
    file: 'libs/contracts/src/jobs.ts',
    anchor: 'hasEquity: field.flag.default(false),',
    replace: `hasEquity: field.flag.default(false),
  minEmployees: field.bound.optional(),`,
  },
  {
    file: 'libs/contracts/src/match-limit.ts',
    create: `/** The most companies that jobs are filtered by: their handles make 280 kB of JSON at most. */
export const MATCH_LIMIT = 10_000;
`,
  },
  {
    file: 'libs/contracts/src/openapi.test.ts',
    anchor: "'hasEquity', 'limit', 'offset'])",
    replace: "'hasEquity', 'minEmployees', 'limit', 'offset'])",
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: "reply: { names: { acme: 'Acme' } } },",
    replace: `reply: { names: { acme: 'Acme' } } },
  companyHandles: { reply: { handles: ['acme', 'bolt'] } },`,
  },
  {
    file: 'libs/contracts/src/operation-examples.test.ts',
    anchor: `it('may be that there is no such company, or that a token is not active', () => {
    expect(internalOperations.findCompany.reply.parse({ company: null })).toEqual({ company: null });`,
    replace: `it('may be that there is no such company, that there are too many, or that a token is not active', () => {
    expect(internalOperations.findCompany.reply.parse({ company: null })).toEqual({ company: null });
    expect(internalOperations.companyHandles.reply.parse({ handles: null })).toEqual({ handles: null });`,
  },
  {
    file: 'libs/contracts/src/operations.test.ts',
    anchor: "'POST /internal/company-names · companies · service · 200',",
    replace: `'POST /internal/company-names · companies · service · 200',
      'GET /internal/company-handles/:minEmployees · companies · service · 200',`,
  },
  {
    file: 'libs/contracts/src/ports.ts',
    anchor: 'namesOf(handles: string[]): Promise<Record<string, string>>;',
    replace: `namesOf(handles: string[]): Promise<Record<string, string>>;
  /**
   * The handles of the companies known to have at least so many employees, or null if there are more than MATCH_LIMIT.
   */
  handlesOfSize(minEmployees: number): Promise<string[] | null>;`,
  },
];
