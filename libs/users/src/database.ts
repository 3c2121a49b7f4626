import type { Database } from '@jobly/database';
import type { PrismaClient } from './generated/prisma/client';

/** This module's view of its database: its two tables through Prisma, prepared SQL for hot queries. */
export interface UsersDatabase extends Pick<Database, 'sql' | 'transaction'> {
  prisma: { user: Pick<PrismaClient['user'], 'create' | 'deleteMany' | 'findMany' | 'updateManyAndReturn'> };
}
