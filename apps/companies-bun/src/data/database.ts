import { SQL } from 'bun';
import { Counter, type Metric } from 'prom-client';
import { Problem, StartError, outcomeUnknown, unavailable } from '../problem';

const CONNECT_TIMEOUT_S = 2;
const STATEMENT_TIMEOUT_MS = 5_000;
/** Later than the server's own limit: for a server that no longer answers. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 500;
const PING_TIMEOUT_MS = 1_000;

/** Runs a statement with `$1`, `$2`, … and returns its rows. `Row` is the caller's promise about the columns. */
export type Query = <Row = unknown>(text: string, values?: unknown[]) => Promise<Row[]>;

export interface Database {
  /** Reads. */
  read: Query;
  /** A write that takes effect by itself. Rejects with 504 if its answer is lost. */
  write: Query;
  /** Statements that serve no request; they are counted apart. */
  background: Query;
  /** All statements of `work` happen, or none. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Hears the notifications of a channel, and is called once more whenever some may have been missed. */
  listen(channel: string, hear: (payload: string) => void, missed: () => void): Promise<() => Promise<void>>;
  schema: string;
  /** Rejects unless the server answers within a second. */
  ping(): Promise<unknown>;
  close(): Promise<void>;
  metrics: Metric[];
}

/**
 * Opens no connection yet.
 * @param answerTimeout how long an answer is waited for (ms)
 */
export function openDatabase(url: string, max: number, answerTimeout = ANSWER_TIMEOUT_MS): Database {
  const { plain, schema } = readUrl(url);
  const connection = {
    application_name: 'companies',
    search_path: `"${schema.replaceAll('"', '""')}"`,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 2 * STATEMENT_TIMEOUT_MS,
    idle_session_timeout: 0,
    'jobly.records_changes': 'off',
  };
  const sql = new SQL(plain, { max, connectionTimeout: CONNECT_TIMEOUT_S, idleTimeout: 60, connection });
  const statements = new Counter({
    name: 'db_statements_total',
    help: 'Statements PostgreSQL has answered',
    labelNames: ['purpose'],
    registers: [],
  });
  const counted = { requests: statements.labels('requests'), background: statements.labels('background') };

  const over =
    (client: SQL, purpose: keyof typeof counted, timeout = answerTimeout): Query =>
    async <Row>(text: string, values: unknown[] = []) => {
      counted[purpose].inc();
      return answered(client.unsafe<Row[]>(text, values), timeout);
    };
  const read = over(sql, 'requests');
  return {
    read,
    write: (text, values) =>
      read<never>(text, values).catch((error: unknown) => {
        throw lostOr(error);
      }),
    background: over(sql, 'background'),
    async transaction(work) {
      counted.requests.inc(2);
      const late = Promise.withResolvers<never>();
      let timer: ReturnType<typeof setTimeout>;
      const progress = { isDone: false, isLate: false };
      const watch = () =>
        (timer = setTimeout(() => {
          progress.isLate = true;
          late.reject(new NoAnswer(answerTimeout));
        }, answerTimeout));
      watch(); // for a connection, and BEGIN
      const running = sql.begin(async (client) => {
        // The caller has been told that nothing happens, and nothing may happen when the server wakes.
        if (progress.isLate) throw new NoAnswer(answerTimeout);
        clearTimeout(timer);
        try {
          const result = await work(over(client, 'requests'));
          progress.isDone = true;
          return { result };
        } finally {
          watch(); // for COMMIT or ROLLBACK
        }
      });
      try {
        return (await Promise.race([running, late.promise])).result;
      } catch (error) {
        // Only of the COMMIT it is not known whether it took effect.
        throw progress.isDone ? lostOr(error) : error;
      } finally {
        clearTimeout(timer!);
      }
    },
    async listen(channel, hear, missed) {
      const subscription = await sql.listen(channel, hear, missed);
      return () => subscription.unlisten();
    },
    schema,
    ping: () => over(sql, 'background', PING_TIMEOUT_MS)('SELECT 1'),
    close: () => sql.close({ timeout: 5 }),
    metrics: [statements],
  };
}

/** What Bun's client does not do by itself: it waits for a server that has stopped answering for as long as that takes. */
async function answered<T>(query: SQL.Query<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    void query.cancel();
    late.reject(new NoAnswer(ms));
  }, ms);
  try {
    return await Promise.race([query, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(ms: number) {
    super(`The database did not answer within ${ms} ms`);
  }
}

const codeOf = (error: unknown) => (error instanceof SQL.PostgresError ? (error.errno ?? error.code) : '');

export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505';

/** The connection was lost, or the server crashed, while a statement was under way. */
const LOST = /^(ERR_POSTGRES_CONNECTION_CLOSED|ERR_POSTGRES_QUERY_CANCELLED|57P0[12]|08003|08006)$/;

/** The Problem 504 if the answer to a write is lost: it may have taken effect. */
const lostOr = (error: unknown): unknown =>
  error instanceof NoAnswer || LOST.test(codeOf(error)) ? outcomeUnknown('The database', error) : error;

/** "Not now": connections, authorization, deadlocks, resources, time, shutdown. */
const NOT_NOW =
  /^(ERR_POSTGRES_(CONNECTION|QUERY_CANCELLED|LIFETIME|IDLE).*|08...|28...|3D000|40001|40P01|53...|55P03|57014|57P0.)$/;

/** The Problem 503 if an error means that the database cannot serve at the moment. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof NoAnswer || NOT_NOW.test(codeOf(error)) ? unavailable('The database', error) : undefined;

/** The parameters of a URL that have an effect here: Prisma's `schema`, and Bun's own. */
const KNOWN = ['schema', 'sslmode', 'connect_timeout', 'channel_binding'];

function readUrl(url: string): { plain: string; schema: string } {
  const parsed = new URL(url);
  const unknown = [...parsed.searchParams.keys()].filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) {
    throw new StartError(`COMPANIES_DATABASE_URL has parameters that have no effect on Bun: ${unknown.join(', ')}.`);
  }
  const schema = parsed.searchParams.get('schema') ?? 'public';
  parsed.searchParams.delete('schema');
  return { plain: parsed.href, schema };
}

/** An ILIKE pattern that finds `part` anywhere; its `%`, `_` and `\` stand for themselves. */
export const likePattern = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
