-- The list is by username, in the order of code points, whatever the database's collation is. Nobody searches for parts of
-- a key, so it is of that collation altogether, and so is the index it has.
ALTER TABLE "applications" DROP CONSTRAINT "applications_username_fkey";
ALTER TABLE "users" ALTER COLUMN "username" TYPE TEXT COLLATE "C";
ALTER TABLE "applications" ALTER COLUMN "username" TYPE TEXT COLLATE "C";
ALTER TABLE "applications" ADD CONSTRAINT "applications_username_fkey" FOREIGN KEY ("username") REFERENCES "users"("username") ON DELETE CASCADE ON UPDATE CASCADE;
