import { StartError } from '@jobly/contracts';

/** Why a database cannot be used, by SQLSTATE, Prisma's or the system's error code. */
const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be looked up at the moment',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no route to it',
  '28000': 'it does not let this user in',
  '28P01': 'it refuses the password',
  '3D000': 'it has no such database; create it first (createdb)',
  '53300': 'it has no connection to spare',
  '57P03': 'it is still starting, or stopping',
  P3005: 'it has tables, but no history of migrations; take an empty one',
};

/** Turns what the driver threw into a sentence that names host, port and database, and never the password. */
export function connectionTrouble(url: string, error: unknown): StartError {
  const { code = '', message } = error as { code?: string; message: string };
  const reason = REASONS[code] ?? message.split('\n')[0];
  return new StartError(`Cannot use ${describeDatabase(url)}: ${reason}.`, { cause: error });
}

function describeDatabase(url: string): string {
  if (!URL.canParse(url)) return 'the PostgreSQL of a malformed connection URL';
  const { hostname, port, pathname, username } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1) || username);
  return `the PostgreSQL database "${database}" at ${hostname || 'localhost'}:${port || 5432}`;
}
