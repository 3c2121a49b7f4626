export { type Moment, elapsedSince, thisMoment } from './elapsed';
export { expiringCache } from './expiring-cache';
