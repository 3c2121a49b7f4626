import type { Database } from '@jobly/database';
import type { PrismaClient } from './generated/prisma/client';

/**
 * This module's view of its database: plain work on its own table through Prisma, and prepared SQL for hot reads and
 * for statements that must do two things at once. The monolith's larger client satisfies it as well as the service's
 * own.
 */
export interface CompaniesDatabase extends Pick<Database, 'sql' | 'transaction'> {
  prisma: { company: Pick<PrismaClient['company'], 'updateManyAndReturn'> };
}
