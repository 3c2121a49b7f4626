export { type Admission, createAdmission } from './admission/admission';
export { type FairLine, fairLine } from './admission/fair-line';
export { admitting } from './admission/admitting';
export { away } from './admission/away';
export { fixedLimit } from './admission/limit';
export { awaitingClient, leavePlace, placeOf } from './admission/place';
export { createApp } from './app';
export { hasBody, readBody } from './body';
export { clientAddress } from './client-address';
export { errorHandler, noSuchPath } from './errors';
export { commonSettings, readEnvironment, setting } from './environment';
export { createLogger } from './logging';
export {
  REMAINING_TIME,
  currentCaller,
  currentRemainingMs,
  currentRequestId,
  currentPlaceSource,
  currentSource,
  onEveryonesBehalf,
} from './request-context';
export { authRateLimit } from './rate-limit';
export { type Guard, type OperationHandler, type Route, guarded, route } from './routes';
export { giveUp, tellParent } from './parent-process';
export { STOP_DEADLINE_MS, type Service, runService } from './run-service';
export { type ServiceOptions, type Worker, createService } from './service';
export { hearServerTiming, serverTimingListener, timed } from './server-timing';
