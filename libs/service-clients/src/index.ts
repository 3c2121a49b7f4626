export {
  httpCompanyDirectory,
  httpCompanyNews,
  httpJobBoard,
  httpJobNews,
  httpJobRegister,
  httpTokenIntrospector,
} from './ports';
export { publishedKeys } from './published-keys';
export { serviceClient } from './service-client';
