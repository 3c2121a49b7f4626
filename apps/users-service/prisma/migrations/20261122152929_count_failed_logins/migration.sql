-- CreateTable
CREATE TABLE "login_failures" (
    "username" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_failures_pkey" PRIMARY KEY ("username")
);

-- CreateIndex
CREATE INDEX "login_failures_since_idx" ON "login_failures"("since");

-- From here on: what a Prisma schema cannot say.

-- Any name may be tried, real or not; the contract keeps it to this size.
ALTER TABLE "login_failures"
    ADD CONSTRAINT "login_failures_username_check" CHECK (char_length("username") <= 100),
    ADD CONSTRAINT "login_failures_count_check" CHECK ("count" > 0);

-- Every log-in writes here, and a crash of the server that empties it costs a few guesses: not worth waiting for a disk.
ALTER TABLE "login_failures" SET UNLOGGED;
