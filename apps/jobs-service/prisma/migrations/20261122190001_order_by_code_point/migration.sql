-- The list is by title, in the order of code points, whatever the database's collation is: so is the index.
DROP INDEX "jobs_title_id_idx";
CREATE INDEX "jobs_title_id_idx" ON "jobs" ("title" COLLATE "C", "id");
