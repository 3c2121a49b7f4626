import type { Database } from '@jobly/database';
import type { PrismaClient } from './generated/prisma/client';

/** What this module asks of its database: its two tables through Prisma, prepared SQL where they are hot. */
export interface UsersDatabase extends Pick<Database, 'sql' | 'transaction'> {
  prisma: { user: Pick<PrismaClient['user'], 'create' | 'deleteMany' | 'findMany' | 'updateManyAndReturn'> };
}
