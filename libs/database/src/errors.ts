import { type Problem, outcomeUnknown, unavailable } from '@jobly/contracts';

/** Errors of the socket under the connection. */
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/**
 * SQLSTATE classes and codes that mean "not now": connection (08), authorization (28), no such database, deadlock
 * and serialization (40), out of resources (53), lock timeout, cancelled or shutting down (57).
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const SQL_STATE = /^(08...|28...|3D000|40001|40P01|53...|55P03|57014|57P0.)$/;

/** https://www.prisma.io/docs/orm/reference/error-reference: connections, pool and transaction timeouts, conflicts. */
const PRISMA_CODE = /^P(1\d{3}|2024|2028|2034|2037)$/;

/** adapter-pg's names for socket and TLS errors. */
const ADAPTER_KIND = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError)$/;

/** Errors of pg and pg-pool that carry no code. */
const DRIVER_MESSAGE =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|The database did not answer within)/;

/** The `unavailable` Problem if an error of pg or Prisma means that the database cannot serve at the moment. */
export function problemOf(error: unknown): Problem | undefined {
  const trouble =
    matches(property(error, 'code'), NETWORK, SQL_STATE, PRISMA_CODE) ||
    matches(property(error, 'message'), DRIVER_MESSAGE) ||
    matches(property(adapterCause(error), 'originalCode'), SQL_STATE) ||
    matches(property(adapterCause(error), 'kind'), ADAPTER_KIND);
  return trouble ? unavailable('The database', error) : undefined;
}

/** The connection was lost, or the server crashed, while a statement was under way. */
const LOST_CODE = /^(ECONNRESET|EPIPE|ETIMEDOUT|57P02|08003|08006|P1017)$/;
const LOST_KIND = /^(ConnectionClosed|SocketTimeout)$/;
const LOST_MESSAGE = /^(Query read timeout|Connection terminated unexpectedly)/;

/**
 * Waits for a write that takes effect by itself, or for a COMMIT. If the answer to it is lost, it may have taken effect all
 * the same.
 * @throws Problem `outcome-unknown` then; every other error is passed on.
 */
export function written<T>(writing: Promise<T>): Promise<T> {
  return writing.catch((error: unknown) => {
    const isLost =
      matches(property(error, 'code'), LOST_CODE) ||
      matches(property(error, 'message'), LOST_MESSAGE) ||
      matches(property(adapterCause(error), 'originalCode'), LOST_CODE) ||
      matches(property(adapterCause(error), 'kind'), LOST_KIND);
    throw isLost ? outcomeUnknown('The database', error) : error;
  });
}

/** Whether a unique constraint or primary key was violated: any, or the one named. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean => violates(error, '23505', constraint);

/** Whether a foreign key was violated: any, or the one named. */
export const isForeignKeyViolation = (error: unknown, constraint?: string): boolean =>
  violates(error, '23503', constraint);

function violates(error: unknown, sqlState: string, constraint?: string): boolean {
  const cause = adapterCause(error);
  if ((property(cause, 'originalCode') ?? property(error, 'code')) !== sqlState) return false;
  const violated = property(property(cause, 'constraint'), 'index') ?? property(error, 'constraint');
  return constraint === undefined || violated === constraint;
}

/** adapter-pg's version of the driver's error; Prisma's own errors carry it in `meta`. */
const adapterCause = (error: unknown): unknown =>
  property(property(property(error, 'meta'), 'driverAdapterError') ?? error, 'cause');

const matches = (value: unknown, ...patterns: RegExp[]): boolean =>
  typeof value === 'string' && patterns.some((pattern) => pattern.test(value));

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
