-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "companies" (
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "num_employees" INTEGER,
    "logo_url" TEXT,
    "idempotency_key" TEXT,
    "request_fingerprint" TEXT,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("handle")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "salary" INTEGER,
    "equity" DECIMAL,
    "company_handle" TEXT NOT NULL,
    "idempotency_key" TEXT,
    "request_fingerprint" TEXT,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "id" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "parked_at" TIMESTAMPTZ,
    "problem" TEXT,
    "trace_parent" TEXT,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "companies_num_employees_idx" ON "companies"("num_employees");

-- CreateIndex
CREATE INDEX "jobs_company_handle_idx" ON "jobs"("company_handle");

-- CreateIndex
CREATE INDEX "jobs_salary_idx" ON "jobs"("salary");

-- CreateIndex
CREATE INDEX "outbox_events_next_attempt_at_id_idx" ON "outbox_events"("next_attempt_at", "id");

-- CreateIndex
CREATE INDEX "outbox_events_key_id_idx" ON "outbox_events"("key", "id");

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_company_handle_fkey" FOREIGN KEY ("company_handle") REFERENCES "companies"("handle") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what a Prisma schema cannot say. All of it is as in the databases of the monolith and the services.

-- The rules for companies, as the contract states them. White space is spelled out as JavaScript counts it.
ALTER TABLE "companies"
    ADD CONSTRAINT "companies_handle_check" CHECK ("handle" ~ '^[a-z0-9_-]{1,25}$'),
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
    ADD CONSTRAINT "jobs_company_handle_check" CHECK ("company_handle" ~ '^[a-z0-9_-]{1,25}$');

-- A parked event says why, and is not due before somebody retries it.
ALTER TABLE "outbox_events"
    ADD CONSTRAINT "outbox_events_parked_check" CHECK (
        ("parked_at" IS NULL) = ("problem" IS NULL) AND ("parked_at" IS NULL OR "next_attempt_at" = 'infinity')
    );

-- Lists are by name, or by title and id, in the order of code points, whatever the database's collation is.
CREATE UNIQUE INDEX "companies_name_key" ON "companies" ("name" COLLATE "C");
CREATE INDEX "jobs_title_id_idx" ON "jobs" ("title" COLLATE "C", "id");

-- For the substring filters: ILIKE '%…%' finds its rows by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "companies_name_idx" ON "companies" USING GIN ("name" gin_trgm_ops);
CREATE INDEX "jobs_title_idx" ON "jobs" USING GIN ("title" gin_trgm_ops);

-- Only rows of requests with a key are indexed, so that others cost nothing. A key without a fingerprint would fit any
-- request.
CREATE UNIQUE INDEX "companies_idempotency_key_key" ON "companies"("idempotency_key") WHERE "idempotency_key" IS NOT NULL;
CREATE UNIQUE INDEX "jobs_idempotency_key_key" ON "jobs"("idempotency_key") WHERE "idempotency_key" IS NOT NULL;
ALTER TABLE "companies"
    ADD CONSTRAINT "companies_request_fingerprint_check" CHECK (
        ("idempotency_key" IS NULL) = ("request_fingerprint" IS NULL)
    );
ALTER TABLE "jobs"
    ADD CONSTRAINT "jobs_request_fingerprint_check" CHECK (
        ("idempotency_key" IS NULL) = ("request_fingerprint" IS NULL)
    );
