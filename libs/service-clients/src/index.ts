export {
  httpCompanyDirectory,
  httpCompanyPages,
  httpJobBoard,
  httpJobPages,
  httpJobRegister,
  httpTokenIntrospector,
} from './ports';
export { httpCompanyEvents, httpJobEvents } from './events';
export { keysOfCallers, neighboursOf, remoteAuthentication } from './neighbours';
export { publishedKeys } from './published-keys';
export { serviceClient } from './service-client';
