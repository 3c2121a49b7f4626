import type { Database } from '@jobly/database';
import type { PrismaClient } from './generated/prisma/client';

/** What this module asks of its database: its own table through Prisma, and prepared SQL for reads that are hot. */
export interface JobsDatabase extends Pick<Database, 'sql' | 'transaction'> {
  prisma: { job: Pick<PrismaClient['job'], 'updateManyAndReturn'> };
}
