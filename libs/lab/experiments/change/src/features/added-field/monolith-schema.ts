import type { Edit } from '../feature';

export const monolithSchema: readonly Edit[] = [
  {
    file: 'apps/monolith/prisma/migrations/20261201090000_name_industries/migration.sql',
    create: `-- AlterTable
ALTER TABLE "companies" ADD COLUMN     "industry" TEXT;

-- From here on: what a Prisma schema cannot say.

-- The rule for industries, as the contract states it.
ALTER TABLE "companies"
    ADD CONSTRAINT "companies_industry_check" CHECK (char_length("industry") BETWEEN 1 AND 60);
`,
  },
  {
    file: 'apps/monolith/prisma/schema.prisma',
    anchor: 'logoUrl      String? @map("logo_url")',
    replace: `logoUrl      String? @map("logo_url")
  industry     String?`,
  },
  {
    file: 'apps/monolith/prisma/migrations/20261201090000_name_industries/schema.prisma',
    copyOf: 'apps/monolith/prisma/schema.prisma',
  },
];
