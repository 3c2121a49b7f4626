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
CREATE UNIQUE INDEX "companies_name_key" ON "companies"("name");

-- CreateIndex
CREATE INDEX "outbox_events_next_attempt_at_id_idx" ON "outbox_events"("next_attempt_at", "id");

-- CreateIndex
CREATE INDEX "outbox_events_topic_key_idx" ON "outbox_events"("topic", "key");

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

-- For the substring filters: ILIKE '%…%' finds its rows by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "companies_name_idx" ON "companies" USING GIN ("name" gin_trgm_ops);
