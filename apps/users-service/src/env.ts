import { LONGEST_PASSWORD, SHORTEST_PASSWORD, authModes, registration } from '@jobly/contracts';
import { commonSettings, setting } from '@jobly/http-kit';
import { z } from 'zod';

/** All settings of the users service. */
export const settings = z.object({
  ...commonSettings,
  USERS_PORT: setting.port(3011),
  USERS_DATABASE_URL: setting.databaseUrl,
  USERS_POOL: setting.whole(1, 1_000, 5),
  MIGRATE: setting.migrate,
  SEED: setting.flag,
  SEED_PASSWORD: registration.shape.password.default('password'),
  COMPANIES_URL: setting.url('http://127.0.0.1:3012'),
  JOBS_URL: setting.url('http://127.0.0.1:3013'),
  SERVICE_DEADLINE_MS: setting.whole(1, 60_000, 2_000),
  USERS_SERVICE_PRIVATE_KEY: setting.servicePrivateKey,
  USERS_SERVICE_PRIVATE_KEY_FILE: z.string().optional(),
  PASSWORD_MIN_LENGTH: setting.whole(SHORTEST_PASSWORD, LONGEST_PASSWORD, SHORTEST_PASSWORD),
  AUTH_MODE: setting.oneOf(authModes.micro),
  AUTH_CACHE_TTL: setting.whole(1, 3_600, 30),
  JWT_SECRET: setting.secret.optional(),
  JWT_PRIVATE_KEY: z.string().optional(),
  JWT_PRIVATE_KEY_FILE: z.string().optional(),
  USERS_INTERNAL_SECRET: setting.secret.optional(),
  TOKEN_TTL: setting.whole(1, 31_536_000, 86_400),
  LOGIN_FAILURE_LIMIT: setting.whole(0, 1_000_000, 20),
});

export type Environment = z.output<typeof settings>;
