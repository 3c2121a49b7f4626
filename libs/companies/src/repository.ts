import type { Company, CompanyChanges, CompanyFilter, NewCompany } from '@jobly/contracts';
import {
  type RequestMark,
  type Sql,
  byCodePoint,
  createOnceIn,
  likePattern,
  listing,
  markValues,
  written,
} from '@jobly/database';
import type { CompaniesDatabase } from './database';

const COLUMNS = 'handle, name, description, num_employees AS "numEmployees", logo_url AS "logoUrl"';

/** The columns that belong to the request that created a row, and are shown to nobody. */
const OF_REQUEST = { idempotencyKey: true, requestFingerprint: true } as const;

export type CompanyRepository = ReturnType<typeof companyRepository>;

/** Companies as rows. A missing one is null. */
export function companyRepository({ prisma, sql }: CompaniesDatabase) {
  return {
    createOnce: createOnceIn(sql, 'companies', COLUMNS),

    async insert(
      { handle, name, description, numEmployees, logoUrl }: NewCompany,
      mark?: RequestMark,
      within: Sql = sql,
    ): Promise<Company> {
      const [row] = await within<Company>({
        name: 'insert-company',
        text: `INSERT INTO companies (handle, name, description, num_employees, logo_url,
                                      idempotency_key, request_fingerprint)
               VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
        values: [handle, name, description, numEmployees, logoUrl, ...markValues(mark)],
      });
      return row!;
    },

    async find(handle: string): Promise<Company | null> {
      const [row] = await sql<Company>({
        name: 'company-by-handle',
        text: `SELECT ${COLUMNS} FROM companies WHERE handle = $1`,
        values: [handle],
      });
      return row ?? null;
    },

    list: ({ nameLike, minEmployees, maxEmployees, limit, offset }: CompanyFilter): Promise<Company[]> =>
      sql(
        listing({
          name: 'companies',
          select: `SELECT ${COLUMNS} FROM companies`,
          conditions: [
            { name: 'like', sql: (it) => `name ILIKE ${it}`, value: nameLike && likePattern(nameLike) },
            { name: 'min', sql: (it) => `num_employees >= ${it}`, value: minEmployees },
            { name: 'max', sql: (it) => `num_employees <= ${it}`, value: maxEmployees },
          ],
          orderBy: byCodePoint('name'),
          limit,
          offset,
        }),
      ),

    namesOf: (handles: string[]): Promise<Pick<Company, 'handle' | 'name'>[]> =>
      sql({
        name: 'company-names',
        text: 'SELECT handle, name FROM companies WHERE handle = ANY($1)',
        values: [handles],
      }),

    async update(handle: string, data: CompanyChanges): Promise<Company | null> {
      const [row] = await written(prisma.company.updateManyAndReturn({ where: { handle }, data, omit: OF_REQUEST }));
      return row ?? null;
    },
  };
}
