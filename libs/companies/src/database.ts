import type { Database } from '@jobly/database';
import type { PrismaClient } from './generated/prisma/client';

/**
 * What this module asks of its database: plain work on its own table through Prisma, and prepared SQL where a read is
 * hot or a statement must do two things at once. The monolith's larger client fits as well as the service's own.
 */
export interface CompaniesDatabase extends Pick<Database, 'sql' | 'transaction'> {
  prisma: { company: Pick<PrismaClient['company'], 'updateManyAndReturn'> };
}
