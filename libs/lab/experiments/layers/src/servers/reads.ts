import { openDatabase } from './database';
import { companyByHandle, jobById, type JobRow, jobsOfCompany } from './statements';

/** Two operations as bare statements, for existing rows; the lab requests no others. */
export interface Reads {
  companyDetail(handle: string): Promise<unknown>;
  jobDetail(id: string): Promise<unknown>;
}

export function openReads(): Reads {
  const rows = openDatabase();
  return {
    async companyDetail(handle) {
      const [[company], jobs] = await Promise.all([rows(companyByHandle, handle), rows(jobsOfCompany, handle)]);
      return { company: { ...company, jobs } };
    },
    async jobDetail(id) {
      const [found] = await rows<JobRow>(jobById, id);
      const { companyHandle, ...job } = found!;
      const [company] = await rows(companyByHandle, companyHandle);
      return { job: { ...job, company } };
    },
  };
}
