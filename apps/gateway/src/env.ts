import { LONGEST_PASSWORD, SHORTEST_PASSWORD, authModes } from '@jobly/contracts';
import { commonSettings, setting } from '@jobly/http-kit';
import { z } from 'zod';

/**
 * All settings of the gateway. It has no secrets and verifies nothing, so nobody need trust it, except in the mode
 * `gateway`, where everybody does.
 */
export const settings = z.object({
  ...commonSettings,
  GATEWAY_PORT: setting.port(3002),
  USERS_URL: setting.url('http://127.0.0.1:3011'),
  COMPANIES_URL: setting.url('http://127.0.0.1:3012'),
  JOBS_URL: setting.url('http://127.0.0.1:3013'),
  GATEWAY_DEADLINE_MS: setting.whole(1, 120_000, 8_000),
  AUTH_MODE: setting.oneOf(authModes.micro),
  USERS_INTERNAL_SECRET: setting.secret.optional(),
  COMPANIES_INTERNAL_SECRET: setting.secret.optional(),
  JOBS_INTERNAL_SECRET: setting.secret.optional(),
  /** Only for the API's description: the users service enforces it. */
  PASSWORD_MIN_LENGTH: setting.whole(SHORTEST_PASSWORD, LONGEST_PASSWORD, SHORTEST_PASSWORD),
  AUTH_RATE_LIMIT: setting.whole(0, 1_000_000, 600),
  TRUST_PROXY: setting.trustProxy,
});

export type Environment = z.output<typeof settings>;
