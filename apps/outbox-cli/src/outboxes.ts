import { StartError } from '@jobly/contracts';
import { type Sql, connectionTrouble, openPool, sqlOver } from '@jobly/database';
import { readEnvironment, setting } from '@jobly/http-kit';
import { runningDatabase } from '@jobly/stack';
import { z } from 'zod';

/** The services that have an outbox, and the variables that name their databases. */
const VARIABLES = { companies: 'COMPANIES_DATABASE_URL', jobs: 'JOBS_DATABASE_URL' } as const;

const settings = z.object({
  COMPANIES_DATABASE_URL: setting.databaseUrl.optional(),
  JOBS_DATABASE_URL: setting.databaseUrl.optional(),
});

export type Service = keyof typeof VARIABLES;

export interface ServiceOutbox {
  service: Service;
  sql: Sql;
}

/**
 * Works on the outboxes of all services: in the databases that the environment names, or else in those of the stack
 * that runs on the directory.
 * @throws StartError if a database is unknown or cannot be used.
 */
export async function withOutboxes<T>(
  directory: string,
  given: NodeJS.ProcessEnv,
  work: (outboxes: ServiceOutbox[]) => Promise<T>,
): Promise<T> {
  const env = readEnvironment(settings, given);
  const opened = (Object.keys(VARIABLES) as Service[]).map((service) => {
    const url = env[VARIABLES[service]] ?? runningDatabase(directory, service);
    if (url) return { service, url, pool: openPool({ url, max: 1, name: 'outbox-cli' }) };
    throw new StartError(
      `No stack runs on ${directory}, so there is no database to look into; start one (npm start), or set ` +
        `${Object.values(VARIABLES).join(' and ')}.`,
    );
  });
  try {
    for (const { url, pool } of opened) {
      // The driver's message names neither host nor database.
      await pool.query('SELECT FROM outbox_events LIMIT 0').catch((error: unknown) => {
        throw connectionTrouble(url, error);
      });
    }
    return await work(opened.map(({ service, pool }) => ({ service, sql: sqlOver(pool) })));
  } finally {
    await Promise.all(opened.map(({ pool }) => pool.end()));
  }
}
