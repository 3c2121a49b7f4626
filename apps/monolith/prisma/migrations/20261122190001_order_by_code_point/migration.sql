-- The list is by name, in the order of code points, whatever the database's collation is: so is the index.
DROP INDEX "companies_name_key";
CREATE UNIQUE INDEX "companies_name_key" ON "companies" ("name" COLLATE "C");

-- The list is by title, in the order of code points, whatever the database's collation is: so is the index.
DROP INDEX "jobs_title_id_idx";
CREATE INDEX "jobs_title_id_idx" ON "jobs" ("title" COLLATE "C", "id");

-- The list is by username, in the order of code points, whatever the database's collation is. Nobody searches for parts of
-- a key, so it is of that collation altogether, and so is the index it has.
ALTER TABLE "applications" DROP CONSTRAINT "applications_username_fkey";
ALTER TABLE "users" ALTER COLUMN "username" TYPE TEXT COLLATE "C";
ALTER TABLE "applications" ALTER COLUMN "username" TYPE TEXT COLLATE "C";
ALTER TABLE "applications" ADD CONSTRAINT "applications_username_fkey" FOREIGN KEY ("username") REFERENCES "users"("username") ON DELETE CASCADE ON UPDATE CASCADE;
