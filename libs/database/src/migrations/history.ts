import pg from 'pg';
import { StartError } from '@jobly/contracts';
import { describeDatabase } from '../connection/description';
import type { Migration } from './migration-files';

/** A row of Prisma's own table. */
interface Applied {
  name: string;
  checksum: string;
  finished: boolean;
}

/** The database to migrate, and the owner of its tables. */
export interface Target {
  url: string;
  schema: string;
  /** The part of Jobly that owns the tables, in words: "users service". */
  owner: string;
}

const historyIn = (schema: string) => `${pg.escapeIdentifier(schema)}._prisma_migrations`;

/** The prefix of the comment on the history table; the owner follows. */
const MARK = 'Jobly: ';

/**
 * The migrations that the database has not seen yet. Throws a StartError, before anything is touched, if the database's
 * history differs from the files, or the database belongs to another part.
 * @param accept `newer` also takes a database that a later version of this program has migrated.
 */
export async function pendingMigrations(
  connection: pg.Pool,
  migrations: Migration[],
  { url, schema, owner }: Target,
  accept: 'newer' | 'same' = 'same',
): Promise<Migration[]> {
  const history = await readHistory(connection, schema);
  const present = history.owner ?? owner;
  if (present !== owner) {
    throw new StartError(
      `Cannot use ${describeDatabase(url)}: it belongs to Jobly’s ${present}; ` +
        `give the ${owner} a database of its own, or in this one a schema of its own (?schema=NAME in the URL).`,
    );
  }
  const last = migrations.at(-1)?.name ?? '';
  for (const applied of history.applied) {
    if (accept === 'newer' && applied.finished && applied.name > last) continue;
    check(
      applied,
      migrations.find(({ name }) => name === applied.name),
    );
  }
  const names = new Set(history.applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !names.has(name));
}

/**
 * Records the owner of the history as a comment, which no tool reports as a difference between schema and migrations.
 */
export async function markHistory(connection: pg.Pool, { schema, owner }: Target): Promise<void> {
  await connection.query(`COMMENT ON TABLE ${historyIn(schema)} IS ${pg.escapeLiteral(MARK + owner)}`);
}

function check({ name, checksum, finished }: Applied, migration: Migration | undefined): void {
  if (!finished) {
    throw new StartError(
      `Migration ${name} was begun by another tool and never finished; resolve it (npx prisma migrate resolve) first.`,
    );
  }
  if (!migration) {
    throw new StartError(
      `The database has had migration ${name}, which is missing here: it belongs to another program, or to another version of this one.`,
    );
  }
  if (migration.checksum !== checksum) {
    throw new StartError(
      `Migration ${name} was changed after it was applied, so restore it and write a new one instead; ` +
        `or the database is another program’s, so take another.`,
    );
  }
}

async function readHistory(connection: pg.Pool, schema: string): Promise<{ applied: Applied[]; owner?: string }> {
  const { rows: tables } = await connection.query<{ comment: string | null }>(
    `SELECT obj_description(history, 'pg_class') AS comment FROM to_regclass($1) AS history WHERE history IS NOT NULL`,
    [historyIn(schema)],
  );
  if (!tables[0]) return { applied: [] };
  const { rows: applied } = await connection.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM ${historyIn(schema)} WHERE rolled_back_at IS NULL`,
  );
  const { comment } = tables[0];
  return comment?.startsWith(MARK) ? { applied, owner: comment.slice(MARK.length) } : { applied };
}
