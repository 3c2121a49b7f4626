import { existsSync, readFileSync } from 'node:fs';

/** The tables of a database, and the number of references between them that it enforces itself. */
export interface Tables {
  readonly names: string[];
  readonly foreignKeys: number;
}

/** The tables of a Prisma schema, by their names in the database; undefined for an app without one. */
export function tablesOf(app: string): Tables | undefined {
  const file = `apps/${app}/prisma/schema.prisma`;
  if (!existsSync(file)) return undefined;
  const schema = readFileSync(file, 'utf8');
  return {
    names: Array.from(schema.matchAll(/@@map\("(\w+)"\)/g), ([, name = '']) => name),
    foreignKeys: schema.match(/@relation\(fields:/g)?.length ?? 0,
  };
}
