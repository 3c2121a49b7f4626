export type { Lookup } from './addresses';
export { isConnectionLost } from './connection-trouble';
export type { Replicas } from './replicas';
export { replicasAt } from './replicas-at';
export { retryBudget } from './retry-budget';
