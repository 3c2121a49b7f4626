export { createApp } from './app';
export { hasBody } from './body';
export { commonSettings, readEnvironment, setting } from './environment';
export { createLogger } from './logging';
export { currentCaller, currentRequestId } from './request-context';
export { authRateLimit } from './rate-limit';
export { type Route, type Served, route, served } from './routes';
export { type Service, serve } from './serve';
export { hearServerTiming, timed } from './server-timing';
