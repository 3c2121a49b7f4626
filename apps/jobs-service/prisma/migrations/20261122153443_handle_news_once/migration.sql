-- AlterTable
ALTER TABLE "outbox_events" ADD COLUMN     "news_id" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "handled_news" (
    "id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handled_news_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handled_news_handled_at_idx" ON "handled_news"("handled_at");
