export { createApp } from './app';
export { hasBody } from './body';
export { commonSettings, readEnvironment, setting } from './environment';
export { createLogger } from './logging';
export { currentCaller, currentRequestId } from './request-context';
export { authRateLimit } from './rate-limit';
export { type OperationHandler, type Route, guarded, route } from './routes';
export { type Service, runService } from './run-service';
export { hearServerTiming, timed } from './server-timing';
