import type { Sql } from '@jobly/database';
import { type Scope, tooManyFailures } from './rest';
import { type Tally, afterFailure, allowance, failuresIn, restLeft } from './throttle';

/** How many times the limit a source may fail at all names together. */
const SOURCE_TIMES = 10;

/** How many times the limit a name may fail, from all sources together, before they have less patience with it. */
const NAME_TIMES = 5;

type Row = Tally & { scope: Scope; now: number };

/**
 * Counts a failed login of a name from a source. To be run in a transaction.
 * @throws Problem `too-many-requests` if a rest has begun since the attempt did; the attempt is not counted then.
 */
export async function countFailure(sql: Sql, username: string, source: string, limit: number): Promise<void> {
  const rows = await sql<Row>({ name: 'lock-login-failures', text: LOCK, values: [username, source] });
  // The time when the last of them was locked, by the clock that all processes share.
  const now = Math.max(...rows.map((row) => row.now));
  const { pair, name, source: all } = Object.fromEntries(rows.map((row) => [row.scope, row])) as Record<Scope, Row>;
  const resting = restLeft(all, now) > restLeft(pair, now) ? all : pair;
  const left = restLeft(resting, now);
  if (left > 0) throw tooManyFailures({ scope: resting.scope, seconds: Math.ceil(left / 1_000) });

  const [ofPair, ofName, ofSource] = [allowance(limit), allowance(limit, NAME_TIMES), allowance(limit, SOURCE_TIMES)];
  const isUnderAttack = failuresIn(name, ofName, now) >= ofName.failures;
  const counted: Record<Scope, Tally> = {
    pair: afterFailure(pair, ofPair, now, isUnderAttack ? 1 : undefined),
    name: afterFailure(name, ofName, now),
    source: afterFailure(all, ofSource, now),
  };
  const times = Object.values(counted).flatMap(({ forgottenAt, restsUntil }) => [forgottenAt, restsUntil]);
  await sql({ name: 'count-login-failure', text: COUNT, values: [username, source, ...times] });
  await sql({ name: 'clear-login-failures', text: CLEAR, values: [] });
}

// Always in this order, so that two transactions cannot deadlock.
const LOCK = `
  INSERT INTO login_failures AS present (scope, username, source)
  VALUES ('name', $1, ''), ('pair', $1, $2), ('source', '', $2)
  ON CONFLICT (scope, username, source) DO UPDATE SET scope = present.scope
  RETURNING scope,
            extract(epoch FROM forgotten_at)::float8 * 1000 AS "forgottenAt",
            extract(epoch FROM rests_until)::float8 * 1000 AS "restsUntil",
            extract(epoch FROM clock_timestamp())::float8 * 1000 AS now`;

const COUNT = `
  UPDATE login_failures AS present
  SET forgotten_at = to_timestamp(forgotten / 1000), rests_until = to_timestamp(rested / 1000)
  FROM (VALUES ('pair', $1::text, $2::text, $3::float8, $4::float8),
               ('name', $1, '', $5::float8, $6::float8),
               ('source', '', $2, $7::float8, $8::float8)) AS counted (scope, username, source, forgotten, rested)
  WHERE (present.scope, present.username, present.source) = (counted.scope, counted.username, counted.source)`;

// Made-up names get rows, too. Each failure adds at most three and deletes six that are forgotten, so that the table
// holds no more than what still matters. Locked rows are skipped, so nobody waits here.
const CLEAR = `
  DELETE FROM login_failures WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM login_failures WHERE forgotten_at <= now() ORDER BY forgotten_at LIMIT 6 FOR UPDATE SKIP LOCKED
  ))`;
