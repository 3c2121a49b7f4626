import pg from 'pg';

interface Statement {
  name: string;
  text: string;
}

/** Runs a prepared statement for one value. */
export type Rows = <Row extends pg.QueryResultRow>(statement: Statement, value: string) => Promise<Row[]>;

/** Uses the database and the number of connections in the environment. */
export function openDatabase(): Rows {
  const pool = new pg.Pool({
    connectionString: process.env['DATABASE_URL'],
    max: Number(process.env['POOL']),
  });
  return async <Row extends pg.QueryResultRow>(statement: Statement, value: string) => {
    const { rows } = await pool.query<Row>({ ...statement, values: [value] });
    return rows;
  };
}
