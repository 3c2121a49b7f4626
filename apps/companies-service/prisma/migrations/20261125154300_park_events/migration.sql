-- AlterTable
ALTER TABLE "outbox_events" ADD COLUMN     "parked_at" TIMESTAMPTZ,
ADD COLUMN     "problem" TEXT;

-- DropIndex
DROP INDEX "outbox_events_topic_key_idx";

-- CreateIndex
CREATE INDEX "outbox_events_key_id_idx" ON "outbox_events"("key", "id");

-- From here on: what a Prisma schema cannot say.

-- A parked event says why, and is not due before somebody retries it.
ALTER TABLE "outbox_events"
    ADD CONSTRAINT "outbox_events_parked_check" CHECK (
        ("parked_at" IS NULL) = ("problem" IS NULL) AND ("parked_at" IS NULL OR "next_attempt_at" = 'infinity')
    );
