-- CreateIndex
CREATE INDEX "companies_num_employees_idx" ON "companies"("num_employees");

-- CreateIndex
CREATE INDEX "jobs_salary_idx" ON "jobs"("salary");
