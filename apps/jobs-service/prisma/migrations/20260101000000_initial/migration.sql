-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

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
CREATE TABLE "outbox_events" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "jobs_company_handle_idx" ON "jobs"("company_handle");

-- CreateIndex
CREATE INDEX "outbox_events_next_attempt_at_id_idx" ON "outbox_events"("next_attempt_at", "id");

-- CreateIndex
CREATE INDEX "outbox_events_topic_key_idx" ON "outbox_events"("topic", "key");

-- From here on: what a Prisma schema cannot say.

-- The rules for jobs, as the contract states them.
ALTER TABLE "jobs"
    ADD CONSTRAINT "jobs_id_check" CHECK ("id" > 0),
    ADD CONSTRAINT "jobs_title_check" CHECK (char_length("title") BETWEEN 1 AND 100),
    ADD CONSTRAINT "jobs_salary_check" CHECK ("salary" >= 0),
    ADD CONSTRAINT "jobs_equity_check" CHECK ("equity" BETWEEN 0 AND 1),
    ADD CONSTRAINT "jobs_company_handle_check" CHECK ("company_handle" ~ '^[a-z0-9-]{1,25}$');

-- For the substring filters: ILIKE '%…%' finds its rows by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "jobs_title_idx" ON "jobs" USING GIN ("title" gin_trgm_ops);

-- For the list of jobs, which is by title, then id.
CREATE INDEX "jobs_title_id_idx" ON "jobs" ("title", "id");
