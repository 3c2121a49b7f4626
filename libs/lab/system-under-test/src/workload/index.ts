import { createCompany, deleteCompany, updateCompany } from './company-writes';
import { createJob, deleteJob, updateJob } from './job-writes';
import { mix, mixOf, USUAL_WRITES } from './mix';
import { createUser, logIn, register } from './passwords';
import { companyDetail, companyList, jobDetail, jobList, ownProfile, userList } from './reads';
import { apply, deleteUser, updateProfile } from './user-writes';
import type { Workload } from './workload';

/** The workloads of a quick run. */
export const usualWorkloads: readonly Workload[] = [
  companyList,
  companyDetail,
  jobList,
  jobDetail,
  ownProfile,
  apply,
  mix,
];

/** The available workloads: every operation of the contract, in the order of docs/api.md, and the mix. */
export const allWorkloads: readonly Workload[] = [
  logIn,
  register,
  createUser,
  userList,
  ownProfile,
  updateProfile,
  deleteUser,
  apply,
  createCompany,
  companyList,
  companyDetail,
  updateCompany,
  deleteCompany,
  createJob,
  jobList,
  jobDetail,
  updateJob,
  deleteJob,
  mix,
];

export {
  apply,
  companyDetail,
  companyList,
  createJob,
  jobDetail,
  jobList,
  logIn,
  mix,
  mixOf,
  ownProfile,
  updateJob,
  USUAL_WRITES,
};
export { type Prepared, rateOf, type Workload } from './workload';
