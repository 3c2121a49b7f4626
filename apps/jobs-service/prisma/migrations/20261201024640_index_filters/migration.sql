-- CreateIndex
CREATE INDEX "jobs_salary_idx" ON "jobs"("salary");
