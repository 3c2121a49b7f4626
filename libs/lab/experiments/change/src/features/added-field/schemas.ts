import type { Edit } from '../feature';

/** The column, in the schema and as a migration of an app that has companies in its database. */
const schemaOf = (app: string, migration: string): Edit[] => [
  {
    file: `apps/${app}/prisma/migrations/${migration}/migration.sql`,
    create: `-- AlterTable
ALTER TABLE "companies" ADD COLUMN     "industry" TEXT;

-- From here on: what a Prisma schema cannot say.

-- The rule for industries, as the contract states it.
ALTER TABLE "companies"
    ADD CONSTRAINT "companies_industry_check" CHECK (char_length("industry") BETWEEN 1 AND 60);
`,
  },
  {
    file: `apps/${app}/prisma/schema.prisma`,
    anchor: 'logoUrl      String? @map("logo_url")',
    replace: `logoUrl      String? @map("logo_url")
  industry     String?`,
  },
  {
    file: `apps/${app}/prisma/migrations/${migration}/schema.prisma`,
    copyOf: `apps/${app}/prisma/schema.prisma`,
  },
];

export const schemas: readonly Edit[] = [
  ...schemaOf('monolith', '20261201090000_name_industries'),
  ...schemaOf('companies-service', '20261201090000_name_industries'),
  ...schemaOf('catalogue-service', '20261201130000_name_industries'),
];
