-- CreateIndex
CREATE INDEX "companies_num_employees_idx" ON "companies"("num_employees");
