import pg from 'pg';
import { fillDatabase } from '../data/fill';
import { asAdministrator } from './databases';
import { databaseUrl, type Stacks } from './stacks';
import { startVariant, type Variant } from './start-variant';
import { DATABASES } from './target-of';
import { SAME_TOKENS } from './usual-settings';

/**
 * Starts the topology between the two stacks, over databases of its own on their server that hold the same data. They go
 * with the server.
 */
export async function startSoa(
  { postgres, data }: Pick<Stacks, 'data'> & { postgres: NonNullable<Stacks['postgres']> },
  signal: AbortSignal,
): Promise<Variant> {
  const names = Object.values(DATABASES.soa);
  await asAdministrator(
    postgres,
    names.map((name) => `CREATE DATABASE ${pg.escapeIdentifier(name)}`),
  );
  const variant = await startVariant('soa', postgres, SAME_TOKENS, signal);
  if (data) await Promise.all(names.map((name) => fillDatabase(databaseUrl(postgres, name), data, signal)));
  return variant;
}
