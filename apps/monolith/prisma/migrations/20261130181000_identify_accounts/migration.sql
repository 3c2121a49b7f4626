-- AlterTable
ALTER TABLE "users" ADD COLUMN     "account" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "password_version" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "users_account_key" ON "users"("account");

-- From here on: what a Prisma schema cannot say.

ALTER TABLE "users"
    ADD CONSTRAINT "users_password_version_check" CHECK ("password_version" > 0);
