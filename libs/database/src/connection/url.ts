import { StartError } from '@jobly/contracts';
import type { ClientConfig } from 'pg';
import type { z } from 'zod';
import { describeDatabase } from './description';
import { parameters } from './parameters';
import { tlsForPg } from './tls';

/** The settings in a connection URL. */
interface Connection {
  /** The configuration of pg. It has a timeout only if the URL has one. */
  config: Pick<ClientConfig, 'connectionString' | 'connectionTimeoutMillis' | 'enableChannelBinding'>;
  /** The schema of the tables: Prisma's `?schema=`, or `public`, regardless of the user's search path. */
  schema: string;
}

/** @throws StartError naming every parameter that would have no effect, or a different one than intended. */
export function readConnectionUrl(url: string): Connection {
  const parsed = URL.parse(url);
  const result = parameters.safeParse(Object.fromEntries(parsed?.searchParams ?? []));
  if (!parsed) throw new StartError(`Cannot use ${describeDatabase(url)}.`);
  if (!result.success) throw new StartError(`Cannot use ${describeDatabase(url)}: ${problemsIn(result.error)}.`);

  const names = [...parsed.searchParams.keys()];
  const repeated = names.find((name, at) => names.indexOf(name) < at);
  if (repeated !== undefined)
    throw new StartError(`Cannot use ${describeDatabase(url)}: "${repeated}" is in its URL more than once.`);

  const { schema, connect_timeout: seconds, channel_binding: binding, pgbouncer: _, ...others } = result.data;
  const forPg = Object.entries({ ...others, ...tlsForPg(others), sslaccept: undefined });
  parsed.search = new URLSearchParams(forPg.filter((entry): entry is [string, string] => !!entry[1])).toString();
  return {
    config: {
      connectionString: parsed.href,
      ...(seconds && { connectionTimeoutMillis: seconds * 1_000 }),
      enableChannelBinding: binding === 'prefer',
    },
    schema,
  };
}

/** All of them, each with its parameter. */
function problemsIn({ issues }: z.ZodError): string {
  const named = issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
    return names.map((name) => `"${name}" in its URL ${issue.message}`);
  });
  return named.join('; ');
}
