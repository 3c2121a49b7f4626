import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client';
import { temporaryCluster } from './cluster/cluster.fixture';
import { isForeignKeyViolation, isUniqueViolation, problemOf } from './errors';
import { openPool, ping } from './pool';
import { prismaAdapter } from './prisma-adapter';
import { sqlOver } from './sql';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let pool: ReturnType<typeof openPool>;

beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
  pool = openPool({ url: cluster.urlOf('jobly'), max: 2, name: 'errors' });
  await pool.query(
    `CREATE TABLE companies (handle text PRIMARY KEY, name text UNIQUE, size integer CHECK (size >= 0));
     CREATE TABLE jobs (company_handle text REFERENCES companies);
     INSERT INTO companies VALUES ('acme', 'Acme')`,
  );
});
afterAll(async () => {
  await pool.end();
  await cluster.remove();
});

const errorOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => {
      throw new Error('It went well.');
    },
    (error: unknown) => error,
  );

/** The same failure in three forms: from the driver, from Prisma's adapter, and wrapped by Prisma's client. */
async function failuresOf(text: string, at = pool): Promise<unknown[]> {
  const driver = await errorOf(at.query(text));
  const prisma = await prismaAdapter(at, 'public').connect();
  const adapter = await errorOf(prisma.queryRaw({ sql: text, args: [], argTypes: [] }));
  const client = new PrismaClientKnownRequestError('Invalid invocation', {
    code: 'P2010',
    clientVersion: '7.10.0',
    meta: { driverAdapterError: adapter },
  });
  return [driver, adapter, client];
}

const unavailable = expect.objectContaining({ kind: 'unavailable', retryAfter: 1 }) as unknown;

describe('A violated constraint', () => {
  it('is recognized, whoever tells it', async () => {
    for (const failure of await failuresOf(`INSERT INTO companies VALUES ('acme', 'Other')`)) {
      expect(isUniqueViolation(failure)).toBe(true);
      expect(isForeignKeyViolation(failure)).toBe(false);
      expect(problemOf(failure)).toBeUndefined();
    }
    for (const failure of await failuresOf(`INSERT INTO jobs VALUES ('nowhere')`)) {
      expect(isForeignKeyViolation(failure)).toBe(true);
      expect(isUniqueViolation(failure)).toBe(false);
      expect(problemOf(failure)).toBeUndefined();
    }
  });

  it('can be asked for by name', async () => {
    for (const failure of await failuresOf(`INSERT INTO companies VALUES ('other', 'Acme')`)) {
      expect(isUniqueViolation(failure, 'companies_name_key')).toBe(true);
      expect(isUniqueViolation(failure, 'companies_pkey')).toBe(false);
    }
    for (const failure of await failuresOf(`INSERT INTO jobs VALUES ('nowhere')`)) {
      expect(isForeignKeyViolation(failure, 'jobs_company_handle_fkey')).toBe(true);
      expect(isForeignKeyViolation(failure, 'applications_job_id_fkey')).toBe(false);
    }
  });
});

describe('A database that cannot serve is unavailable', () => {
  it.each([
    ['it refuses connections', 'postgresql://postgres:secret@127.0.0.1:1/jobly'],
    ['all its addresses do', 'postgresql://postgres:secret@localhost:1/jobly'],
    ['there is no such host', 'postgresql://postgres:secret@nowhere.invalid/jobly'],
  ])('when %s', async (_, url) => {
    const nowhere = openPool({ url, max: 1, name: 'nowhere' });
    for (const failure of await failuresOf('SELECT 1', nowhere)) expect(problemOf(failure)).toEqual(unavailable);
    await nowhere.end();
  });

  it('when it has no such database, or refuses the password', async () => {
    for (const url of [cluster.urlOf('nowhere'), cluster.urlOf('jobly').replace(/:[^:@]+@/, ':guess@')]) {
      const refused = openPool({ url, max: 1, name: 'refused' });
      for (const failure of await failuresOf('SELECT 1', refused)) expect(problemOf(failure)).toEqual(unavailable);
      await refused.end();
    }
  });

  it('when it ends the connection, or the statement', async () => {
    for (const failure of await failuresOf('SELECT pg_terminate_backend(pg_backend_pid())')) {
      expect(problemOf(failure)).toEqual(unavailable);
    }
    for (const failure of await failuresOf('SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(5)')) {
      expect(problemOf(failure)).toEqual(unavailable);
    }
  });

  it('when every connection of the pool is taken for too long', async () => {
    const taken = await Promise.all([pool.connect(), pool.connect()]);
    const failures = await Promise.all([errorOf(pool.query('SELECT 1')), errorOf(ping(sqlOver(pool)))]);
    for (const connection of taken) connection.release();
    for (const failure of failures) expect(problemOf(failure)).toEqual(unavailable);
  });

  it('when Prisma waits too long for a transaction, or two transactions get into each other’s way', () => {
    for (const code of ['P2024', 'P2028', 'P2034', 'P1001', 'P1017']) {
      const failure = new PrismaClientKnownRequestError('Transaction API error', { code, clientVersion: '7.10.0' });
      expect(problemOf(failure)).toEqual(unavailable);
    }
  });
});

describe('Anything else', () => {
  it('is not the database’s fault', async () => {
    const failures = [
      ...(await failuresOf('SELECT nonsense')),
      ...(await failuresOf('INSERT INTO companies VALUES ($$b$$, $$B$$, -1)')),
      new PrismaClientKnownRequestError('No record was found', { code: 'P2025', clientVersion: '7.10.0' }),
      new TypeError('undefined is not a function'),
      'timeout',
      undefined,
    ];
    for (const failure of failures) expect(problemOf(failure)).toBeUndefined();
  });
});
