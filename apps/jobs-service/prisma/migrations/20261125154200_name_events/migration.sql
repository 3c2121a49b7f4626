-- RenameColumn: what still waits for delivery keeps its id.
ALTER TABLE "outbox_events" RENAME COLUMN "news_id" TO "event_id";

-- RenameTable: what was handled before is not handled again.
ALTER TABLE "handled_news" RENAME TO "inbox";
ALTER TABLE "inbox" RENAME COLUMN "id" TO "event_id";
ALTER TABLE "inbox" RENAME CONSTRAINT "handled_news_pkey" TO "inbox_pkey";
ALTER INDEX "handled_news_handled_at_idx" RENAME TO "inbox_handled_at_idx";
