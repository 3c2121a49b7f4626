import type { Deployable } from '../preloads/topologies';
import type { FileChange } from '../scratch/file-changes';
import type { Item } from './item';

const MIGRATION = /^apps\/([^/]+)\/prisma\/migrations\/([^/]+)\/migration\.sql$/;

/** The migrations that a change adds to the databases of deployables. */
export const migrationsOf = (changes: readonly FileChange[], deployables: readonly Deployable[]): Item[] =>
  changes.flatMap(({ file, created }) => {
    const [, app, name] = MIGRATION.exec(file) ?? [];
    const isTheirs = created && deployables.some((one) => one.app === app);
    return isTheirs && name !== undefined ? [{ what: name, place: `${file}:1` }] : [];
  });

/** The databases whose tables a change touches, each with the first file that says so. */
export const databasesOf = (changes: readonly FileChange[], deployables: readonly Deployable[]): Item[] =>
  deployables.flatMap(({ app, database }) => {
    const [first] = changes.filter(({ file }) => file.startsWith(`apps/${app}/prisma/`));
    return database !== undefined && first ? [{ what: database, place: `${first.file}:1` }] : [];
  });
