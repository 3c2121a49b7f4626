export {
  httpCompanyDirectory,
  httpCompanyEvents,
  httpJobBoard,
  httpJobEvents,
  httpJobRegister,
  httpTokenIntrospector,
} from './ports';
export { publishedKeys } from './published-keys';
export { serviceClient } from './service-client';
