export { circuitOpenings } from './circuit-metrics';
export { httpCompanyDirectory, httpJobBoard, httpJobRegister, httpTokenIntrospector } from './ports';
export { httpCompanyEvents, httpDeletionsOfJobs, httpJobEvents } from './events';
export { httpCompanyPages, httpJobPages } from './pages';
export { keysOfCallers, neighboursOf, remoteAuthentication } from './neighbours';
export { publishedKeys } from './published-keys';
export { serviceClient } from './service-client';
