import type { Edit } from '../feature';

export const monolithSchema: readonly Edit[] = [
  {
    file: 'apps/monolith/prisma/migrations/20261201090000_save_jobs/migration.sql',
    create: `-- CreateTable
-- Names are of the collation that they have in users.
CREATE TABLE "saved_jobs" (
    "username" TEXT COLLATE "C" NOT NULL,
    "job_id" INTEGER NOT NULL,

    CONSTRAINT "saved_jobs_pkey" PRIMARY KEY ("username","job_id")
);

-- CreateIndex
CREATE INDEX "saved_jobs_job_id_idx" ON "saved_jobs"("job_id");

-- AddForeignKey
ALTER TABLE "saved_jobs" ADD CONSTRAINT "saved_jobs_username_fkey" FOREIGN KEY ("username") REFERENCES "users"("username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_jobs" ADD CONSTRAINT "saved_jobs_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what a Prisma schema cannot say.

ALTER TABLE "saved_jobs"
    ADD CONSTRAINT "saved_jobs_job_id_check" CHECK ("job_id" > 0);
`,
  },
  {
    file: 'apps/monolith/prisma/schema.prisma',
    anchor: 'applications  Application[]',
    replace: `applications  Application[]
  savedBy       SavedJob[]`,
  },
  {
    file: 'apps/monolith/prisma/schema.prisma',
    anchor: 'applications    Application[]',
    replace: `applications    Application[]
  savedJobs       SavedJob[]`,
  },
  {
    file: 'apps/monolith/prisma/schema.prisma',
    anchor: '/// Failed logins of a name from a source',
    replace: `/// A job that a user wants to find again.
model SavedJob {
  username String
  jobId    Int    @map("job_id")
  user     User   @relation(fields: [username], references: [username], onDelete: Cascade)
  job      Job    @relation(fields: [jobId], references: [id], onDelete: Cascade)

  @@id([username, jobId])
  @@index([jobId])
  @@map("saved_jobs")
}

/// Failed logins of a name from a source`,
  },
  {
    file: 'apps/monolith/prisma/migrations/20261201090000_save_jobs/schema.prisma',
    copyOf: 'apps/monolith/prisma/schema.prisma',
  },
];
