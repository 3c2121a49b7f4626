-- AlterTable
ALTER TABLE "jobs" ADD COLUMN     "version" BIGSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "company_copies" (
    "key" TEXT COLLATE "C" NOT NULL,
    "version" BIGINT NOT NULL,
    "content" JSONB,
    "applied" BIGSERIAL NOT NULL,
    "applied_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_copies_pkey" PRIMARY KEY ("key")
);

-- From here on: what a Prisma schema cannot say.

-- Versions are even: the odd number above that of the last content belongs to the deletion. The start is the time in
-- microseconds, so that a database made anew goes on above the versions of the one it replaces.
ALTER SEQUENCE "jobs_version_seq" INCREMENT BY 2;
UPDATE "jobs" SET "version" = "version" * 2;
SELECT setval('"jobs_version_seq"', (extract(epoch FROM clock_timestamp()) * 500000)::bigint * 2);

CREATE FUNCTION "raise_job_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := nextval('jobs_version_seq');
    RETURN NEW;
END $$;

CREATE TRIGGER "raise_version" BEFORE UPDATE ON "jobs"
    FOR EACH ROW EXECUTE FUNCTION "raise_job_version"();

-- What neighbours may know of a job, in the shape of the contract.
CREATE FUNCTION "job_content"("jobs") RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('id', $1.id, 'title', $1.title, 'salary', $1.salary, 'equity', $1.equity::text,
                              'companyHandle', $1.company_handle)
$$;

-- The key of the event is its own: no deletion waits until read models have followed.
CREATE FUNCTION "record_job_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox_events (topic, key, payload)
    VALUES ('job-changed', 'job-changed ' || NEW.id, jsonb_build_object('rows', jsonb_build_array(
        jsonb_build_object('key', NEW.id, 'version', NEW.version, 'content', job_content(NEW))
    )));
    PERFORM pg_notify('outbox_events', current_schema());
    RETURN NULL;
END $$;

-- A thousand to an event, because a company may have many jobs, which go with it.
CREATE FUNCTION "record_job_deletions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox_events (topic, key, payload)
    SELECT 'job-changed', 'job-changed ' || min(id), jsonb_build_object('rows', jsonb_agg(
        jsonb_build_object('key', id, 'version', version + 1, 'content', NULL)
    ))
    FROM (SELECT id, version, (row_number() OVER (ORDER BY id) - 1) / 1000 AS batch FROM deleted) AS numbered
    GROUP BY batch;
    PERFORM pg_notify('outbox_events', current_schema());
    RETURN NULL;
END $$;

-- Only for processes whose neighbours follow by events.
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE ON "jobs" FOR EACH ROW
    WHEN (current_setting('jobly.records_changes', true) = 'on') EXECUTE FUNCTION "record_job_change"();
CREATE TRIGGER "record_deletions" AFTER DELETE ON "jobs" REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT
    WHEN (current_setting('jobly.records_changes', true) = 'on') EXECUTE FUNCTION "record_job_deletions"();

-- For forgetting deletions that nobody can report late any more.
CREATE INDEX "company_copies_deleted_idx" ON "company_copies" ("applied_at") WHERE "content" IS NULL;
