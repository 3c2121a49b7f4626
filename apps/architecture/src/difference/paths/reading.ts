import { arrivalOf } from './arrival';
import type { Path } from './path';
import { questionOf } from './question';
import { hostOf, type Scene, stepAt } from './step';

export const READING = 'getJob';

/** How a job is read, together with its company. */
export function readingOf(scene: Scene): Path {
  const jobs = hostOf(scene, 'jobs').name;
  const companies = hostOf(scene, 'companies').name;
  return [
    ...arrivalOf(scene, READING),
    stepAt(scene, jobs, 'needs the job, and then its company', 'libs/jobs/src/jobs.ts#createJobs.detail'),
    stepAt(scene, jobs, 'reads the job', 'libs/jobs/src/repository.ts#jobRepository.find'),
    ...questionOf(scene, 'jobs', 'CompanyDirectory.find'),
    stepAt(scene, companies, 'answers its neighbour', 'libs/companies/src/companies.ts#createCompanies.find'),
    stepAt(scene, companies, 'reads the company', 'libs/companies/src/repository.ts#companyRepository.find'),
  ];
}
