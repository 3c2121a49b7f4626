-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "users" (
    "username" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "users_pkey" PRIMARY KEY ("username")
);

-- CreateTable
CREATE TABLE "applications" (
    "username" TEXT NOT NULL,
    "job_id" INTEGER NOT NULL,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("username","job_id")
);

-- CreateIndex
CREATE INDEX "applications_job_id_idx" ON "applications"("job_id");

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_username_fkey" FOREIGN KEY ("username") REFERENCES "users"("username") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what a Prisma schema cannot say.

-- The rules for users, as the contract states them. White space is spelled out as JavaScript counts it.
ALTER TABLE "users"
    ADD CONSTRAINT "users_username_check" CHECK ("username" ~ '^[A-Za-z0-9_.-]{1,25}$'),
    ADD CONSTRAINT "users_password_hash_check" CHECK ("password_hash" LIKE '$argon2id$%'),
    ADD CONSTRAINT "users_first_name_check" CHECK (
        char_length("first_name") <= 30 AND "first_name" ~ '[^ \t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]'
    ),
    ADD CONSTRAINT "users_last_name_check" CHECK (
        char_length("last_name") <= 30 AND "last_name" ~ '[^ \t-\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]'
    ),
    ADD CONSTRAINT "users_email_check" CHECK (
        char_length("email") BETWEEN 6 AND 60 AND "email" ~ '^[^@ ]+@[^@ ]+[.][^@ ]+$'
    );

ALTER TABLE "applications"
    ADD CONSTRAINT "applications_job_id_check" CHECK ("job_id" > 0);
