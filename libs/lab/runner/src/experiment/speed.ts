import { generateKeyPairSync } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { quantile } from '@jobly/lab/instrument';
import type { Results } from '@jobly/lab/results';
import jwt from 'jsonwebtoken';
import pg from 'pg';

/** The median of this many rounds is that of a warm compiler, and a disturbance does not reach it. */
const ROUNDS = 41;

/** What a round repeats, so that it is long enough for the clock. */
const TIMES = 20;

/**
 * How fast this machine does what the stacks spend their time on, in µs: it tells how figures of two machines, or of two
 * days, compare. Takes about half a second of a CPU.
 *
 * @param url of a PostgreSQL server, if one runs
 */
export async function measureSpeed(url?: string): Promise<NonNullable<Results['machine']['speed']>> {
  return {
    rs256Us: await medianOf(rs256()),
    jsonUs: await medianOf(jsonRoundTrip),
    queryUs: url === undefined ? null : await queryUs(url),
  };
}

/** Verifies a token as `jwks` does, with a key that is parsed already. */
function rs256(): () => void {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const token = jwt.sign({ username: 'somebody', isAdmin: false }, privateKey, { algorithm: 'RS256' });
  return () => void jwt.verify(token, publicKey, { algorithms: ['RS256'] });
}

/** 10 kB as JSON. */
const DOCUMENT = Array.from({ length: 100 }, (_, id) => ({
  id: 100 + id,
  title: 'Conservator, furniture',
  salary: 110_000 + id,
  equity: null,
  companyHandle: 'watson-davis',
}));

const jsonRoundTrip = () => void JSON.parse(JSON.stringify(DOCUMENT));

async function queryUs(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await medianOf(() => client.query('SELECT 1'));
  } finally {
    await client.end();
  }
}

async function medianOf(act: () => unknown): Promise<number> {
  const rounds = new Float64Array(ROUNDS);
  for (const round of rounds.keys()) {
    const began = performance.now();
    for (let time = 0; time < TIMES; time++) await act();
    rounds[round] = ((performance.now() - began) / TIMES) * 1_000;
  }
  return quantile(rounds.sort(), 0.5);
}
