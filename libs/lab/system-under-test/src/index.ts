export { canonicalBody } from './equivalence/canonical';
export { cacheDirectory } from './data/cache';
export { fillDatabase } from './data/fill';
export { type DataSize, dataSize, dataSizes, seededSize } from './data/size';
export { type Difference, firstDifference, firstLoss } from './equivalence/difference';
export { proveEquivalence } from './equivalence/equivalence';
export { normalise } from './equivalence/normalise';
export { replay, type Replayed } from './equivalence/replay';
export { exchange, type Question } from './exchange';
export { countPerRequest } from './inside/counted';
export { settledCounters } from './inside/counters';
export { explain, type Explained, meanParts } from './inside/explain';
export { metricTotal } from './inside/metric-total';
export { requestsReceived } from './inside/requests-received';
export { PARTS, type Parts, partsOf } from './inside/parts';
export { parseServerTiming, type ProcessTime } from './inside/server-timing';
export { timedAnswer, timedClient } from './inside/timed-answer';
export { idleBetween, workForRequests } from './inside/work-for-requests';
export { type LoggedRequest, parseLogLine } from './nginx/access-log';
export { findNginx } from './nginx/find-nginx';
export { type FoundNginx, type NginxKind, nginxKinds, nginxTitle } from './nginx/found-nginx';
export type { Balancing } from './nginx/nginx-command';
export { type Nginx, startNginx } from './nginx/start-nginx';
export { type Preload, preloaded } from './preload';
export { asAdministrator, createDatabases } from './targets/databases';
export { openStacks } from './targets/open-stacks';
export { databaseUrl, type Replica, type Stacks, type Target } from './targets/stacks';
export { startSoa } from './targets/start-soa';
export { startStacks } from './targets/start-stacks';
export { type StartedTopology, startTopology } from './targets/start-topology';
export { startTwin, startVariant, type Variant } from './targets/start-variant';
export { throwawayDirectory } from './targets/throwaway-directory';
export { SAME_TOKENS } from './targets/usual-settings';
export { ask, Refused } from './workload/ask';
export { inBatches } from './workload/in-batches';
export {
  allWorkloads,
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
  type Prepared,
  rateOf,
  updateJob,
  USUAL_WRITES,
  usualWorkloads,
  type Workload,
} from './workload';
export { deleteJob } from './workload/job-writes';
export { makeCompanies } from './workload/own-records';
export { requestFor } from './workload/request-for';
export {
  type Account,
  type Inventory,
  logInAs,
  removeAll,
  type Session,
  signUpAll,
  takeInventory,
} from './workload/session';
export type { BlockOrder } from './workload/workload';
export { announceMeasurement, bypassProxies } from '@jobly/stack';
export { workspace } from './workspace';
