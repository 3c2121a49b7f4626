-- AlterTable
ALTER TABLE "companies" ADD COLUMN     "version" BIGSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "job_copies" (
    "key" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,
    "content" JSONB,
    "applied" BIGSERIAL NOT NULL,
    "applied_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_copies_pkey" PRIMARY KEY ("key")
);

-- From here on: what a Prisma schema cannot say.

-- Versions are even: the odd number above that of the last content belongs to the deletion. It is taken from the row and
-- not from the sequence, because whoever re-creates the handle may have drawn from that already, and waits for the deletion.
-- The start is the time in microseconds, so that a database made anew goes on above the versions of the one it replaces.
ALTER SEQUENCE "companies_version_seq" INCREMENT BY 2;
UPDATE "companies" SET "version" = "version" * 2;
SELECT setval('"companies_version_seq"', (extract(epoch FROM clock_timestamp()) * 500000)::bigint * 2);

CREATE FUNCTION "raise_company_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := nextval('companies_version_seq');
    RETURN NEW;
END $$;

CREATE TRIGGER "raise_version" BEFORE UPDATE ON "companies"
    FOR EACH ROW EXECUTE FUNCTION "raise_company_version"();

-- What neighbours may know of a company, in the shape of the contract.
CREATE FUNCTION "company_content"("companies") RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('handle', $1.handle, 'name', $1.name, 'description', $1.description,
                              'numEmployees', $1.num_employees, 'logoUrl', $1.logo_url)
$$;

-- The key of the event is its own: no deletion waits until read models have followed.
CREATE FUNCTION "record_company_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed jsonb;
BEGIN
    IF TG_OP = 'DELETE' THEN
        changed := jsonb_build_object('key', OLD.handle, 'version', OLD.version + 1, 'content', NULL);
    ELSE
        changed := jsonb_build_object('key', NEW.handle, 'version', NEW.version, 'content', company_content(NEW));
    END IF;
    INSERT INTO outbox_events (topic, key, payload)
    VALUES ('company-changed', 'company-changed ' || (changed ->> 'key'), jsonb_build_object('rows', jsonb_build_array(changed)));
    PERFORM pg_notify('outbox_events', current_schema());
    RETURN NULL;
END $$;

-- Only for processes whose neighbours follow by events.
CREATE TRIGGER "record_change" AFTER INSERT OR UPDATE OR DELETE ON "companies" FOR EACH ROW
    WHEN (current_setting('jobly.records_changes', true) = 'on') EXECUTE FUNCTION "record_company_change"();

-- Whoever follows reads companies in the order of their handles, which is by code point in every database.
CREATE INDEX "companies_handle_idx" ON "companies" ("handle" COLLATE "C");

-- The jobs of a company, by id.
CREATE INDEX "job_copies_company_idx" ON "job_copies" (("content" ->> 'companyHandle'), "key");

-- For forgetting deletions that nobody can report late any more.
CREATE INDEX "job_copies_deleted_idx" ON "job_copies" ("applied_at") WHERE "content" IS NULL;
