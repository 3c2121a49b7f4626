-- AlterTable
ALTER TABLE "outbox_events" ADD COLUMN     "news_id" UUID NOT NULL DEFAULT gen_random_uuid();
