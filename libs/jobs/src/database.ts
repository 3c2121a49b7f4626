import type { Database } from '@jobly/database';
import type { PrismaClient } from './generated/prisma/client';

/** This module's view of its database: its own table through Prisma, and prepared SQL for hot reads. */
export interface JobsDatabase extends Pick<Database, 'sql' | 'transaction'> {
  prisma: { job: Pick<PrismaClient['job'], 'updateManyAndReturn'> };
}
