import {
  ColumnTypeEnum,
  bindMigrationAwareSqlAdapterFactory,
  mockAdapter,
  mockMigrationAwareAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

/** Comparing two schemas needs no server, but the engine asks for the server's version first. */
export const noServer = bindMigrationAwareSqlAdapterFactory({
  ...mockMigrationAwareAdapterFactory('postgres'),
  connect: async () => ({
    ...mockAdapter('postgres'),
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 18', 180_000]],
    }),
  }),
});

/** The SQL that leads from one Prisma schema (none: an empty database) to another; '' if they are equal. */
export async function schemaDiff(engine: SchemaEngine, from: string | undefined, to: string): Promise<string> {
  const { stdout } = await engine.diff({
    from: from === undefined ? { tag: 'empty' } : datamodel(from),
    to: datamodel(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout === null || stdout.startsWith('-- This is an empty migration') ? '' : stdout;
}

const datamodel = (content: string) => ({
  tag: 'schemaDatamodel' as const,
  files: [{ path: 'schema.prisma', content }],
});
