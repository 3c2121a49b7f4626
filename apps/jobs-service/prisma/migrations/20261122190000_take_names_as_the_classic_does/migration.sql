-- Handles take "_".
ALTER TABLE "jobs"
    DROP CONSTRAINT "jobs_company_handle_check",
    ADD CONSTRAINT "jobs_company_handle_check" CHECK ("company_handle" ~ '^[a-z0-9_-]{1,25}$');
