import { tooManyRequests } from '@jobly/contracts';
import type { RequestHandler } from 'express';
import { type AugmentedRequest, rateLimit } from 'express-rate-limit';
import { sourceOf } from './client-address';

/** Limits /auth to `perMinute` requests from one address; 0 for no limit. Belongs on a public origin. */
export function authRateLimit(perMinute: number): RequestHandler {
  const limit = rateLimit({
    windowMs: 60_000,
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
