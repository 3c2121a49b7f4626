import { LONGEST_PASSWORD, SHORTEST_PASSWORD, authModes, registration, waysOfSharing } from '@jobly/contracts';
import { commonSettings, setting } from '@jobly/http-kit';
import { z } from 'zod';

/** All settings of the monolith. */
export const settings = z.object({
  ...commonSettings,
  MONOLITH_PORT: setting.port(3001),
  DATABASE_URL: setting.databaseUrl,
  MONOLITH_POOL: setting.whole(1, 1_000, 15),
  MIGRATE: setting.migrate,
  SEED: setting.flag,
  SEED_PASSWORD: registration.shape.password.default('password'),
  PASSWORD_MIN_LENGTH: setting.whole(SHORTEST_PASSWORD, LONGEST_PASSWORD, SHORTEST_PASSWORD),
  AUTH_MODE: setting.oneOf(authModes.monolith),
  JWT_SECRET: setting.secret.optional(),
  JWT_PRIVATE_KEY: z.string().optional(),
  JWT_PRIVATE_KEY_FILE: z.string().optional(),
  TOKEN_TTL: setting.whole(1, 31_536_000, 86_400),
  AUTH_RATE_LIMIT: setting.whole(0, 1_000_000, 600),
  TRUST_PROXY: setting.trustProxy,
  LOGIN_FAILURE_LIMIT: setting.whole(0, 1_000_000, 20),
  DATA_SHARING: setting.oneOf(waysOfSharing.monolith),
  PORT_CALLS: z.enum(['direct', 'json', 'loopback'], 'must be direct, json or loopback').default('direct'),
});

export type Environment = z.output<typeof settings>;
