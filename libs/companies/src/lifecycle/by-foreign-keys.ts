import type { CompaniesDatabase } from '../database';
import type { CompanyRepository } from '../repository';
import type { CompanyLifecycle } from './lifecycle';

/** One database: the foreign keys delete the company's jobs and their applications in the same statement. */
export const byForeignKeys = ({ sql }: CompaniesDatabase, { insert }: CompanyRepository): CompanyLifecycle => ({
  insert: (company, mark) => insert(company, mark),

  async remove(handle) {
    const gone = await sql({
      name: 'delete-company',
      text: 'DELETE FROM companies WHERE handle = $1 RETURNING handle',
      values: [handle],
    });
    return gone.length > 0;
  },
});
