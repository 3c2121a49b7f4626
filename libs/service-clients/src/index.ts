export {
  httpCompanyDirectory,
  httpCompanyEvents,
  httpJobBoard,
  httpJobEvents,
  httpJobRegister,
  httpTokenIntrospector,
} from './ports';
export type { Lookup } from './replicas/addresses';
export { isConnectionLost } from './replicas/connection-trouble';
export type { Replicas } from './replicas/replicas';
export { replicasAt } from './replicas/replicas-at';
export { publishedKeys } from './published-keys';
export { serviceClient } from './service-client';
