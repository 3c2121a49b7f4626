import type { TokenSubject } from '@jobly/contracts';
import type { Sql } from '@jobly/database';
import { countFailure } from './count-failure';
import type { UsersDatabase } from './database';
import { type Rest, tooManyFailures } from './rest';
import { WINDOW_MS } from './throttle';

/** The stored data that a password is checked against. */
interface StoredCredentials extends Omit<TokenSubject, 'username'> {
  passwordHash: string;
}

/** Every step rejects with a Problem `too-many-requests` while the name must not be tried from the source. */
interface LogIns {
  /** The name's credentials, or null if there is no such user. */
  begin(username: string, source: string): Promise<StoredCredentials | null>;
  /** The password was wrong. */
  fail(username: string, source: string): Promise<void>;
  /** It was right. The name's failures from this source are forgotten. */
  succeed(username: string, source: string): Promise<void>;
}

/**
 * Slows down guessing, in all processes together (ADR 24). From the `limit`th failure of a name from a source on, that
 * source has to wait before it tries the name again, twice as long after each failure. So has a source that has failed
 * ten times as often at whatever names. A name that has failed five times as often, wherever from, leaves each source
 * one failure; but no stranger can lock it. Only failures count, and of many attempts at the same time those that end
 * when a rest has begun learn nothing. 0 switches all that off, at no cost.
 */
export const logInsOver = ({ sql, transaction }: Pick<UsersDatabase, 'sql' | 'transaction'>, limit: number): LogIns =>
  limit === 0
    ? { begin: (username) => credentialsOf(sql, username), fail: async () => {}, succeed: async () => {} }
    : {
        begin: (username, source) => credentialsUnlessResting(sql, username, source),
        fail: (username, source) => transaction((inOne) => countFailure(inOne, username, source, limit)),
        succeed: (username, source) => forgive(sql, username, source),
      };

async function credentialsOf(sql: Sql, username: string): Promise<StoredCredentials | null> {
  const [row] = await sql<StoredCredentials>({
    name: 'credentials',
    text: `SELECT ${CREDENTIALS} FROM users WHERE username = $1`,
    values: [username],
  });
  return row ?? null;
}

type Attempt = (Rest | { scope: null; seconds: null }) & (StoredCredentials | { passwordHash: null });

/** In one statement, so that the limit costs no round trip. */
async function credentialsUnlessResting(sql: Sql, username: string, source: string): Promise<StoredCredentials | null> {
  const [attempt] = await sql<Attempt>({ name: 'begin-log-in', text: BEGIN_LOG_IN, values: [username, source] });
  const { scope, seconds, ...credentials } = attempt!;
  if (scope !== null) throw tooManyFailures({ scope, seconds });
  return credentials.passwordHash === null ? null : credentials;
}

async function forgive(sql: Sql, username: string, source: string): Promise<void> {
  const [rest] = await sql<Rest>({ name: 'forgive-log-in', text: FORGIVE_LOG_IN, values: [username, source] });
  if (rest) throw tooManyFailures(rest);
}

/** What seems to take longer than any rest was begun before the server's clock was set back, and is over. */
const IS_RESTING = `rests_until > clock_timestamp()
  AND rests_until <= clock_timestamp() + interval '${WINDOW_MS} ms'`;
/** All in one row, so that a token is of the password that was checked. */
const CREDENTIALS = `
  account, is_admin AS "isAdmin", password_version AS "passwordVersion", password_hash AS "passwordHash"`;

/** The longest rest of a name ($1) from a source ($2). */
const RESTING = `
  SELECT scope, greatest(1, ceil(extract(epoch FROM rests_until - clock_timestamp())))::int AS seconds
  FROM login_failures
  WHERE (scope, username, source) IN (('pair', $1, $2), ('source', '', $2)) AND ${IS_RESTING}
  ORDER BY rests_until DESC LIMIT 1`;

const BEGIN_LOG_IN = `
  SELECT scope, seconds, ${CREDENTIALS}
  FROM (VALUES (1)) AS one LEFT JOIN users ON username = $1 LEFT JOIN (${RESTING}) AS resting ON true`;

const FORGIVE_LOG_IN = `
  WITH resting AS (${RESTING}), forgiven AS (
    DELETE FROM login_failures
    WHERE scope = 'pair' AND username = $1 AND source = $2
      AND NOT (${IS_RESTING}) AND NOT EXISTS (SELECT FROM resting)
  )
  SELECT scope, seconds FROM resting`;
