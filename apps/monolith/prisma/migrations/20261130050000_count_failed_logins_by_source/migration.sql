-- What was counted so far is worth fifteen minutes at most, and has no source.
DROP TABLE "login_failures";

-- CreateTable
CREATE TABLE "login_failures" (
    "scope" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "forgotten_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rests_until" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_failures_pkey" PRIMARY KEY ("scope", "username", "source")
);

-- CreateIndex
CREATE INDEX "login_failures_forgotten_at_idx" ON "login_failures"("forgotten_at");

-- From here on: what a Prisma schema cannot say.

-- Any name may be tried, real or not; the contract keeps it to this size.
ALTER TABLE "login_failures"
    ADD CONSTRAINT "login_failures_scope_check" CHECK ("scope" IN ('name', 'pair', 'source')),
    ADD CONSTRAINT "login_failures_username_check" CHECK (char_length("username") <= 100),
    ADD CONSTRAINT "login_failures_source_check" CHECK (char_length("source") <= 64);

-- A crash of the server that empties it costs a few guesses: not worth waiting for a disk.
ALTER TABLE "login_failures" SET UNLOGGED;
