-- The list is by name, in the order of code points, whatever the database's collation is: so is the index.
DROP INDEX "companies_name_key";
CREATE UNIQUE INDEX "companies_name_key" ON "companies" ("name" COLLATE "C");
