/**
 * npm run new-migration -- <app> <name>
 *
 * Writes the next migration of an app: the difference between the schema of its last migration (each keeps a copy) and
 * the current schema.prisma, found by Prisma's own engine, without a server and without a download. What the schema
 * cannot express (CHECK constraints, extensions) is added to the file by hand, before it is applied anywhere.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { noServer, schemaDiff } from '../libs/database/src/migrations/schema-diff.ts';
import { startSchemaEngine } from '../libs/database/src/migrations/schema-engine.ts';

const [app, name] = process.argv.slice(2);
if (!existsSync(`apps/${app}/prisma/schema.prisma`) || !/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error('Usage: npm run new-migration -- <app with a prisma folder> <name_in_snake_case>');
  process.exit(1);
}

const schema = readFileSync(`apps/${app}/prisma/schema.prisma`, 'utf8');
const last = globSync(`apps/${app}/prisma/migrations/*/schema.prisma`).sort().at(-1);
const engine = await startSchemaEngine(noServer);
const sql = await schemaDiff(engine, last && readFileSync(last, 'utf8'), schema);
if (sql === '') {
  console.log(`Nothing to do: ${last} says the same as schema.prisma.`);
} else {
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const directory = `apps/${app}/prisma/migrations/${timestamp}_${name}`;
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}/migration.sql`, sql);
  writeFileSync(`${directory}/schema.prisma`, schema);
  console.log(`Wrote ${directory}/migration.sql. Read it, add what the schema cannot say, then start the app.`);
}
