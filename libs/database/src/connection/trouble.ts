import { StartError } from '@jobly/contracts';
import { describeDatabase } from './description';

/** The reason that a database cannot be used, by the error code of the system, Node or Prisma. */
const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be looked up at the moment',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  P3005: 'it has tables, but no history of migrations; take an empty one',
};

/** The remedy, by SQLSTATE and Node's codes; the original message follows. */
const MEANINGS: Record<string, string> = {
  '28000': 'it does not let this user in',
  '28P01': 'it refuses the password',
  '3D000': 'it has no such database; create it first (createdb)',
  '53300': 'it has no connection to spare',
  '57P03': 'it is still starting, or stopping',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted; name the authority’s in sslrootcert',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted; name the authority’s in sslrootcert',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted; name the authority’s in sslrootcert',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted; name the authority’s in sslrootcert',
};

/** The same by message, for errors without a code, or with one that stands for many things. */
const SAYINGS: [RegExp, string][] = [
  [/password must be a (non-empty )?string/, 'it wants a password, and the URL has none'],
  [/permission denied|must be owner/, 'this user lacks a right; make it the owner of the database'],
  [/timeout expired|timeout exceeded|connection timeout/, 'it does not answer in time'],
  [/does not support SSL/, 'it does not encrypt; set sslmode=disable if you accept that'],
  [
    /unsupported startup parameter/,
    'the pooler in front of it refuses a parameter; leave it out of the URL, or name it in ignore_startup_parameters of PgBouncer',
  ],
];

/** Turns the driver's error into a sentence that gives the whole reason. */
export function connectionTrouble(url: string, error: unknown): StartError {
  return new StartError(`Cannot use ${describeDatabase(url)}: ${reasonOf(error)}.`, { cause: error });
}

/** The reason alone: its meaning, if known, and the original message. */
export function reasonOf(error: unknown): string {
  const { code = '' } = error as { code?: string };
  if (REASONS[code]) return REASONS[code];
  const words = wordsOf(error);
  const meaning = SAYINGS.find(([saying]) => saying.test(words))?.[1] ?? MEANINGS[code];
  return meaning ? `${meaning} (${words})` : words;
}

/** The parts that Prisma's engine adds to PostgreSQL's message: a label, and a position in the engine. */
const BY_PRISMA = /^ERROR: |\n\s*0: [^]*$/g;

/**
 * The full text of an error of pg, Prisma or Node, in one line. PostgreSQL puts half of it into the detail and the
 * hint.
 */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(wordsOf))].join('; ');
  const { message, detail, hint } = error as Partial<Record<'message' | 'detail' | 'hint', string>>;
  return [message, detail, hint].flatMap((text) => (text ? [inOneLine(text)] : [])).join('; ');
}

const inOneLine = (text: string) => text.replace(BY_PRISMA, '').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
