-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "companies" (
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "num_employees" INTEGER,
    "logo_url" TEXT,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("handle")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "salary" INTEGER,
    "equity" DECIMAL,
    "company_handle" TEXT NOT NULL,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "username" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "users_pkey" PRIMARY KEY ("username")
);

-- CreateTable
CREATE TABLE "applications" (
    "username" TEXT NOT NULL,
    "job_id" INTEGER NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("username","job_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "companies_name_key" ON "companies"("name");

-- CreateIndex
CREATE INDEX "jobs_company_handle_idx" ON "jobs"("company_handle");

-- CreateIndex
CREATE INDEX "applications_job_id_idx" ON "applications"("job_id");

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_company_handle_fkey" FOREIGN KEY ("company_handle") REFERENCES "companies"("handle") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_username_fkey" FOREIGN KEY ("username") REFERENCES "users"("username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what a Prisma schema cannot say.

-- The rules for companies, as the contract states them. White space is spelled out as JavaScript counts it.
ALTER TABLE "companies"
    ADD CONSTRAINT "companies_handle_check" CHECK ("handle" ~ '^[a-z0-9-]{1,25}$'),
    ADD CONSTRAINT "companies_name_check" CHECK (char_length("name") BETWEEN 1 AND 100),
    ADD CONSTRAINT "companies_description_check" CHECK (char_length("description") <= 5000),
    ADD CONSTRAINT "companies_num_employees_check" CHECK ("num_employees" >= 0),
    ADD CONSTRAINT "companies_logo_url_check" CHECK (
        char_length("logo_url") <= 2000
        AND "logo_url" ~* '^(https?://.|/(?!/))'
        AND "logo_url" !~ '[ \t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]'
    );

-- The rules for jobs, as the contract states them.
ALTER TABLE "jobs"
    ADD CONSTRAINT "jobs_id_check" CHECK ("id" > 0),
    ADD CONSTRAINT "jobs_title_check" CHECK (char_length("title") BETWEEN 1 AND 100),
    ADD CONSTRAINT "jobs_salary_check" CHECK ("salary" >= 0),
    ADD CONSTRAINT "jobs_equity_check" CHECK ("equity" BETWEEN 0 AND 1),
    ADD CONSTRAINT "jobs_company_handle_check" CHECK ("company_handle" ~ '^[a-z0-9-]{1,25}$');

-- The rules for users, as the contract states them. White space is spelled out as JavaScript counts it.
ALTER TABLE "users"
    ADD CONSTRAINT "users_username_check" CHECK ("username" ~ '^[A-Za-z0-9_.-]{1,25}$'),
    ADD CONSTRAINT "users_password_hash_check" CHECK ("password_hash" LIKE '$argon2id$%'),
    ADD CONSTRAINT "users_first_name_check" CHECK (
        char_length("first_name") <= 30 AND "first_name" ~ '[^ \t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]'
    ),
    ADD CONSTRAINT "users_last_name_check" CHECK (
        char_length("last_name") <= 30 AND "last_name" ~ '[^ \t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]'
    ),
    ADD CONSTRAINT "users_email_check" CHECK (
        char_length("email") BETWEEN 6 AND 60 AND "email" ~ '^[^@ ]+@[^@ ]+[.][^@ ]+$'
    );

ALTER TABLE "applications"
    ADD CONSTRAINT "applications_job_id_check" CHECK ("job_id" > 0);

-- For the substring filters: ILIKE '%…%' finds its rows by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "companies_name_idx" ON "companies" USING GIN ("name" gin_trgm_ops);
CREATE INDEX "jobs_title_idx" ON "jobs" USING GIN ("title" gin_trgm_ops);

-- For the list of jobs, which is by title, then id.
CREATE INDEX "jobs_title_id_idx" ON "jobs" ("title", "id");
