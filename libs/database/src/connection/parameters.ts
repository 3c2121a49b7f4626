import { z } from 'zod';

/** "a, b or c". */
const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const oneOf = <const V extends string>(...values: [V, ...V[]]) =>
  z.enum(values, `must be ${choice.format(values)}`).optional();
const text = z.string().min(1, 'is empty').optional();
const refused = (why: string) => z.never(why).optional();

/** The settings that every connection makes for itself, so the URL must not. */
const SET_BY_US = /search_path|statement_timeout|idle_in_transaction_session_timeout/i;

/**
 * PostgreSQL truncates names after 63 bytes, reserves `pg_…` and `information_schema`, and expands `$user` in a search
 * path to the name of the current user.
 */
const isSchemaName = (name: string) =>
  name !== '' && Buffer.byteLength(name) <= 63 && !/^pg_|^information_schema$|^\$user$|\0/.test(name);

const understood = {
  schema: z
    .string()
    .refine(isSchemaName, 'must be the name of a schema: up to 63 bytes, and none that PostgreSQL keeps for itself')
    .default('public'),
  connect_timeout: z
    .string()
    .regex(/^([1-9]|[1-9]\d|[1-5]\d\d|600)$/, 'must be whole seconds from 1 to 600')
    .transform(Number)
    .optional(),
  application_name: text,
  options: text.refine(
    (value = '') => !SET_BY_US.test(value),
    'must set neither the search path (schema is for that) nor the timeouts of statements and transactions',
  ),
  host: text,
  port: text,
  user: text,
  password: text,
  sslmode: oneOf('disable', 'require', 'verify-ca', 'verify-full', 'no-verify'),
  sslaccept: oneOf('strict', 'accept_invalid_certs'),
  sslrootcert: text,
  sslcert: text,
  sslkey: text,
  sslnegotiation: oneOf('postgres', 'direct'),
  ssl: oneOf('true', '1', '0', 'no-verify'),
  uselibpqcompat: oneOf('true'),
  channel_binding: oneOf('disable', 'prefer'),
};

/** Prisma's parameters that would have no effect here. */
const refusals = {
  connection_limit: refused('has no effect; set MONOLITH_POOL, USERS_POOL, COMPANIES_POOL or JOBS_POOL instead'),
  pool_timeout: refused('has no effect; connect_timeout is also how long to wait for a free connection'),
  pgbouncer: z
    .literal('false', 'asks for a pooler in transaction mode; use its session mode (pool_mode = session) instead')
    .optional(),
  sslidentity: refused('has no effect; give the client’s certificate as sslcert and sslkey, in PEM'),
  sslpassword: refused('has no effect; give the client’s key as sslkey, without a password'),
};

/** The parameters of a connection URL, in the spellings of Prisma, libpq and pg. None is ignored silently. */
export const parameters = z
  .strictObject(
    { ...understood, ...refusals },
    {
      error: ({ code }) =>
        code === 'unrecognized_keys' ? `is not understood (what is: ${Object.keys(understood).join(', ')})` : undefined,
    },
  )
  .refine(({ sslcert, sslkey }) => Boolean(sslcert) === Boolean(sslkey), {
    path: ['sslcert'],
    error: 'goes with sslkey; the certificate of an authority is sslrootcert',
  })
  .refine(({ sslmode, sslrootcert }) => sslmode !== 'verify-ca' || sslrootcert, {
    path: ['sslmode'],
    error: 'is verify-ca, for which sslrootcert has to name the certificate of the authority',
  });

export type Parameters = z.output<typeof parameters>;
