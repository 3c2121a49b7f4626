import { tooManyRequests } from '@jobly/contracts';
import type { RequestHandler } from 'express';
import { type AugmentedRequest, MemoryStore, type Store, rateLimit } from 'express-rate-limit';
import { sourceOf } from './client-address';

const WINDOW_MS = 60_000;

/** Limits /auth to `perMinute` requests from one address; 0 for no limit. Belongs on a public origin. */
export function authRateLimit(perMinute: number): RequestHandler {
  const limit = rateLimit({
    windowMs: WINDOW_MS,
    store: windows(),
    limit: perMinute,
    // The library's own generator complains on stderr about every header that is not trusted.
    keyGenerator: sourceOf,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (request) => {
      const { resetTime } = (request as AugmentedRequest).rateLimit!;
      const seconds = Math.ceil((resetTime!.getTime() - Date.now()) / 1000);
      throw tooManyRequests('Too many requests to /auth from this address; please try again later', seconds);
    },
  });
  return (request, response, next) => {
    if (perMinute === 0 || !request.path.startsWith('/auth/')) {
      next();
      return;
    }
    return void limit(request, response, next);
  };
}

/**
 * The library's own store, which counts by the wall clock. A window that ends later than a new one would was begun before
 * the clock was set back, and is begun anew.
 */
function windows(): Store {
  const store = new MemoryStore();
  return {
    localKeys: store.localKeys,
    init: (options) => store.init(options),
    async increment(key) {
      const counted = await store.increment(key);
      if (counted.resetTime!.getTime() - Date.now() <= WINDOW_MS) return counted;
      await store.resetKey(key);
      return store.increment(key);
    },
    decrement: (key) => store.decrement(key),
    resetKey: (key) => store.resetKey(key),
  };
}
