import type { Sql, Statement } from '@jobly/database';
import { companyRepository } from '../libs/companies/src/repository';
import type { CompaniesDatabase } from '../libs/companies/src/database';
import type { JobsDatabase } from '../libs/jobs/src/database';
import { jobRepository } from '../libs/jobs/src/repository';
import { companyByHandle, jobById, jobsOfCompany } from '../libs/lab/experiments/layers/src/servers/statements';

/** The statements that a repository sends to PostgreSQL for a request; PostgreSQL returns nothing. */
async function sentBy(ask: (sql: Sql) => Promise<unknown>): Promise<Pick<Statement, 'name' | 'text'>[]> {
  const sent: Statement[] = [];
  await ask(async (statement) => {
    sent.push(statement);
    return [];
  });
  return sent.map(({ name, text }) => ({ name, text }));
}

// The lab must not import the modules, and a divergent copy would measure another query as if it were Express's price.
describe('the bare servers of the lab send what the repositories send', () => {
  it('for a job', async () => {
    expect(await sentBy((sql) => jobRepository({ sql } as JobsDatabase).find(1))).toEqual([jobById]);
  });

  it('for the jobs of a company', async () => {
    expect(await sentBy((sql) => jobRepository({ sql } as JobsDatabase).ofCompany('acme'))).toEqual([jobsOfCompany]);
  });

  it('for a company', async () => {
    const find = (sql: Sql) => companyRepository({ sql } as CompaniesDatabase).find('acme');
    expect(await sentBy(find)).toEqual([companyByHandle]);
  });
});
