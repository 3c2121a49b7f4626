import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { companyByHandle, jobById, jobsOfCompany } from './statements';

/**
 * What the two reads cost when nothing stands between HTTP and PostgreSQL: no framework, validation, log or metric. It
 * serves well-formed requests for what exists; its parent sends no others.
 */
export function serveBare(): void {
  const pool = new pg.Pool({
    connectionString: process.env['DATABASE_URL'],
    max: Number(process.env['MONOLITH_POOL']),
  });
  const server = bareServer(pool);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.send!({ ready: { url: `http://127.0.0.1:${port}` } });
  });
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
}

interface Statement {
  name: string;
  text: string;
}

interface JobRow extends Record<string, unknown> {
  companyHandle: string;
}

function bareServer(pool: pg.Pool): Server {
  const rows = async <Row extends pg.QueryResultRow>(statement: Statement, value: string) => {
    const result = await pool.query<Row>({ ...statement, values: [value] });
    return result.rows;
  };

  const companyDetail = async (handle: string) => {
    const [[company], jobs] = await Promise.all([rows(companyByHandle, handle), rows(jobsOfCompany, handle)]);
    return { company: { ...company, jobs } };
  };

  const jobDetail = async (id: string) => {
    const [found] = await rows<JobRow>(jobById, id);
    const { companyHandle, ...job } = found!;
    const [company] = await rows(companyByHandle, companyHandle);
    return { job: { ...job, company } };
  };

  return createServer((request, response) => {
    const [, collection = '', key = ''] = request.url!.split('/');
    const answer = { companies: companyDetail, jobs: jobDetail, health: async () => ({}) }[collection]!;
    void answer(key).then((body) => {
      const text = JSON.stringify(body);
      const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
      response.writeHead(200, headers).end(text);
    });
  });
}
