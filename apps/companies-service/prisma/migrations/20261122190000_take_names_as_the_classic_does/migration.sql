-- Handles take "_".
ALTER TABLE "companies"
    DROP CONSTRAINT "companies_handle_check",
    ADD CONSTRAINT "companies_handle_check" CHECK ("handle" ~ '^[a-z0-9_-]{1,25}$');
