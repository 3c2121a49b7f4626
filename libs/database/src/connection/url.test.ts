import pg from 'pg';
import { readConnectionUrl } from './url';

const read = (parameters: string) => readConnectionUrl(`postgresql://ann:se%40cret@h:6000/pets?${parameters}`);

/** pg's interpretation of it, without connecting. */
const clientOf = (parameters: string) => new pg.Client(read(parameters).config);

describe('A connection URL', () => {
  it('is what pg understands, without parameters, too', () => {
    const { host, port, user, password, database } = new pg.Client(
      readConnectionUrl('postgres://ann:x%2Fy@h/pets').config,
    );
    expect({ host, port, user, password, database }).toEqual({
      host: 'h',
      port: 5432,
      user: 'ann',
      password: 'x/y',
      database: 'pets',
    });
  });

  it.each([
    ['', 'public'],
    ['schema=dogs', 'dogs'],
    ['schema=Fat%20Cats', 'Fat Cats'],
    ['schema=a%22b&connect_timeout=9', 'a"b'],
    [`schema=${'%C3%A9'.repeat(31)}`, 'é'.repeat(31)],
  ])('with "%s" means the schema %s', (parameters, schema) => {
    expect(read(parameters).schema).toBe(schema);
  });

  it('says how long to wait for a connection, in seconds', () => {
    expect(read('connect_timeout=12').config.connectionTimeoutMillis).toBe(12_000);
    expect(read('schema=dogs').config).not.toHaveProperty('connectionTimeoutMillis');
  });

  it('keeps what pg understands', () => {
    const { host, port, user } = clientOf('host=/run/my%20pg&port=6001&user=bob&pgbouncer=false');
    expect({ host, port, user }).toEqual({ host: '/run/my pg', port: 6001, user: 'bob' });
    expect(read('application_name=a%26b&options=-c%20geqo%3Doff').config.connectionString).toContain(
      '?application_name=a%26b&options=-c+geqo%3Doff',
    );
  });

  it.each([
    ['', false],
    ['sslmode=disable', false],
    ['sslmode=require', { rejectUnauthorized: false }],
    ['sslmode=verify-full', {}],
    ['sslmode=no-verify', { rejectUnauthorized: false }],
    ['sslaccept=strict', {}],
    ['sslmode=require&sslaccept=strict', {}],
    ['sslaccept=accept_invalid_certs', { rejectUnauthorized: false }],
    ['sslmode=verify-full&sslaccept=accept_invalid_certs', {}],
    ['sslmode=disable&sslaccept=strict', false],
    ['ssl=true', true],
  ])('with "%s" encrypts as libpq and Prisma do', (parameters, ssl) => {
    expect(Reflect.get(clientOf(parameters), 'ssl')).toEqual(ssl);
  });

  it.each([
    ['connection_limit=7', '"connection_limit" in its URL has no effect; set MONOLITH_POOL'],
    ['pool_timeout=7', '"pool_timeout" in its URL has no effect'],
    ['pgbouncer=true', '"pgbouncer" in its URL asks for a pooler in transaction mode'],
    ['connect_timeout=0', '"connect_timeout" in its URL must be whole seconds from 1 to 600'],
    ['connect_timeout=2.5', '"connect_timeout" in its URL must be'],
    ['sslmode=allow', '"sslmode" in its URL must be disable, require, verify-ca, verify-full or no-verify'],
    ['sslmode=verify-ca', '"sslmode" in its URL is verify-ca, for which sslrootcert'],
    ['sslcert=ca.pem', '"sslcert" in its URL goes with sslkey'],
    ['sslidentity=me.p12', '"sslidentity" in its URL has no effect'],
    ['channel_binding=require', '"channel_binding" in its URL must be disable or prefer'],
    ['options=-csearch_path%3Ddogs', '"options" in its URL must set neither the search path'],
    ['options=-c%20statement_timeout%3D9s', '"options" in its URL must set neither'],
    ['statement_timeout=9000', '"statement_timeout" in its URL is not understood (what is: schema, connect_timeout,'],
    ['schema=', '"schema" in its URL must be the name of a schema'],
    ['schema=pg_dogs', '"schema" in its URL must be the name of a schema'],
    ['schema=%24user', '"schema" in its URL must be the name of a schema'],
    [`schema=${'%C3%A9'.repeat(32)}`, '"schema" in its URL must be the name of a schema'],
  ])('with "%s" is refused in a sentence', (parameters, sentence) => {
    expect(() => read(parameters)).toThrow(sentence);
    expect(() => read(parameters)).not.toThrow('cret');
  });

  it('refuses a parameter that is given twice, of which one would have no effect', () => {
    const url = 'postgresql://localhost/jobly?schema=one&sslmode=disable&schema=two';
    expect(() => readConnectionUrl(url)).toThrow(/"schema" is in its URL more than once\.$/);
  });

  it('names everything that is wrong at once', () => {
    expect(() => read('Schema=dogs&pool_timeout=1&keepalives=0')).toThrow(
      /^Cannot use the PostgreSQL database "pets" at h:6000: (?=.*"Schema" in)(?=.*"keepalives" in).*"pool_timeout" in.*\.$/,
    );
  });
});
