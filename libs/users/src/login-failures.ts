import { tooManyRequests } from '@jobly/contracts';
import type { Sql } from '@jobly/database';

/** The stored data that a password is checked against. */
interface StoredCredentials {
  isAdmin: boolean;
  passwordHash: string;
}

interface LogIns {
  /**
   * The name's credentials, or null if there is no such user.
   * @throws Problem `too-many-requests` if the name is locked for now.
   */
  begin(username: string): Promise<StoredCredentials | null>;
  succeed(username: string): Promise<void>;
}

/**
 * Slows down guessing: after `limit` failures within 15 minutes a name is locked for the rest of them, in every
 * process. An attempt counts as failed from its beginning, so that of a hundred concurrent attempts only `limit` have
 * their password checked. A success clears the count. 0 switches the limit off, at no cost.
 */
export const logInsOver = (sql: Sql, limit: number): LogIns =>
  limit === 0
    ? { begin: (username) => credentialsOf(sql, username), succeed: async () => {} }
    : {
        begin: (username) => countedCredentialsOf(sql, username, limit),
        succeed: (username) => forgive(sql, username),
      };

async function credentialsOf(sql: Sql, username: string): Promise<StoredCredentials | null> {
  const [row] = await sql<StoredCredentials>({
    name: 'credentials',
    text: 'SELECT is_admin AS "isAdmin", password_hash AS "passwordHash" FROM users WHERE username = $1',
    values: [username],
  });
  return row ?? null;
}

type Attempt = { mustRest: boolean; restSeconds: number } & (StoredCredentials | { passwordHash: null });

/**
 * Reads the credentials and counts the attempt in one statement: concurrent attempts at the same name wait for its row
 * and nothing else.
 */
async function countedCredentialsOf(sql: Sql, username: string, limit: number): Promise<StoredCredentials | null> {
  const [attempt] = await sql<Attempt>({ name: 'begin-log-in', text: BEGIN_LOG_IN, values: [username, limit] });
  const { mustRest, restSeconds, ...credentials } = attempt!;
  if (mustRest) {
    throw tooManyRequests('Too many failed logins for this username; please try again later', restSeconds);
  }
  return credentials.passwordHash === null ? null : credentials;
}

const WINDOW = `interval '15 minutes'`;

// Made-up names get rows, too. Each attempt adds at most one and deletes two that have expired, so the table holds no
// more than 15 minutes' worth. It deletes after it has counted, and skips locked rows, so that two statements cannot
// deadlock.
const BEGIN_LOG_IN = `
  WITH attempt AS (
    INSERT INTO login_failures AS earlier (username, count) VALUES ($1, 1)
    ON CONFLICT (username) DO UPDATE SET
      count = CASE WHEN earlier.since > now() - ${WINDOW} THEN earlier.count + 1 ELSE 1 END,
      since = CASE WHEN earlier.since > now() - ${WINDOW} THEN earlier.since ELSE now() END
    RETURNING count, since
  ), cleared AS (
    DELETE FROM login_failures WHERE username = ANY (ARRAY(
      SELECT past.username FROM attempt, login_failures past
      WHERE past.since <= now() - ${WINDOW} AND past.username <> $1
      ORDER BY past.since LIMIT 2 FOR UPDATE OF past SKIP LOCKED
    ))
  )
  SELECT count > $2::int AS "mustRest",
         greatest(1, ceil(extract(epoch FROM since + ${WINDOW} - clock_timestamp())))::int AS "restSeconds",
         is_admin AS "isAdmin", password_hash AS "passwordHash"
  FROM attempt LEFT JOIN users ON username = $1`;

async function forgive(sql: Sql, username: string): Promise<void> {
  await sql({ name: 'forgive-log-in', text: 'DELETE FROM login_failures WHERE username = $1', values: [username] });
}
