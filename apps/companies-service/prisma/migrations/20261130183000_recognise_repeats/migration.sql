-- AlterTable
ALTER TABLE "companies" ADD COLUMN     "idempotency_key" TEXT,
ADD COLUMN     "request_fingerprint" TEXT;

-- From here on: what a Prisma schema cannot say.

-- Only rows of requests with a key are indexed, so that others cost nothing.
CREATE UNIQUE INDEX "companies_idempotency_key_key" ON "companies"("idempotency_key") WHERE "idempotency_key" IS NOT NULL;

-- A key without a fingerprint would fit any request.
ALTER TABLE "companies"
    ADD CONSTRAINT "companies_request_fingerprint_check" CHECK (
        ("idempotency_key" IS NULL) = ("request_fingerprint" IS NULL)
    );
