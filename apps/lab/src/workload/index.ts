import { apply } from './apply';
import { logIn } from './log-in';
import { companyDetail, companyList, jobDetail, jobList, ownProfile } from './reads';
import { mix } from './mix';
import type { Workload } from './workload';

/** What is measured in a quick run. */
export const usualWorkloads: readonly Workload[] = [
  companyList,
  companyDetail,
  jobList,
  jobDetail,
  ownProfile,
  apply,
  mix,
];

/** What can be measured. */
export const allWorkloads: readonly Workload[] = [...usualWorkloads, logIn];

export * from './reads';
export { apply, logIn, mix };
export { type BlockOrder, type Prepared, rateOf, type Workload } from './workload';
