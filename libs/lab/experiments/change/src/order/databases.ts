import { asAdministrator } from '@jobly/lab/system-under-test';
import pg from 'pg';
import type { Deployable } from '../preloads/topologies';

/** What precedes the names of the databases that the old version has filled. */
export const FILLED = 'filled_';

/** The names of the databases that deployables have. */
const namesOf = (deployables: readonly Deployable[]): string[] =>
  deployables.flatMap(({ database }) => (database === undefined ? [] : [database]));

/** Makes a server forget what it must not lose in a crash, because waiting for disks takes most of a copy's time. */
export const makeVolatile = (postgres: { url: string }): Promise<void> =>
  asAdministrator(postgres, ['ALTER SYSTEM SET fsync = off', 'SELECT pg_reload_conf()']);

/** Creates the empty databases that the old version is to fill. */
export const createDatabases = (postgres: { url: string }, deployables: readonly Deployable[]): Promise<void> =>
  asAdministrator(
    postgres,
    namesOf(deployables).map((name) => `CREATE DATABASE ${pg.escapeIdentifier(FILLED + name)}`),
  );

/**
 * Copies the filled databases, in place of earlier copies with this prefix. Nobody may be connected to the filled ones.
 */
export const copyDatabases = (
  postgres: { url: string },
  deployables: readonly Deployable[],
  prefix: string,
): Promise<void> =>
  asAdministrator(
    postgres,
    namesOf(deployables).flatMap((name) => {
      const [copy, filled] = [prefix, FILLED].map((before) => pg.escapeIdentifier(before + name));
      return [`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`, `CREATE DATABASE ${copy} TEMPLATE ${filled}`];
    }),
  );
