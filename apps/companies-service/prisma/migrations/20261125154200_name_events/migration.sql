-- RenameColumn: what still waits for delivery keeps its id.
ALTER TABLE "outbox_events" RENAME COLUMN "news_id" TO "event_id";
