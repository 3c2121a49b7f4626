export { type Moment, elapsedSince, thisMoment, timeUntil } from './elapsed';
export { expiringCache } from './expiring-cache';
