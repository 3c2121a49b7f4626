import { apply } from './apply';
import { logIn } from './log-in';
import { companyDetail, companyList, jobDetail, jobList, ownProfile } from './reads';
import type { Workload } from './workload';

/** What is measured unless `--operations` says otherwise. */
export const usualWorkloads: readonly Workload[] = [companyList, companyDetail, jobList, jobDetail, ownProfile, apply];

/** What can be measured. */
export const allWorkloads: readonly Workload[] = [...usualWorkloads, logIn];

export * from './reads';
export { apply, logIn };
export { SHARED_ACCOUNTS, type Workload } from './workload';
