import { authModes, waysOfSharing } from '@jobly/contracts';
import { commonSettings, setting } from '@jobly/http-kit';
import { z } from 'zod';

/** All settings of the catalogue service. */
export const settings = z.object({
  ...commonSettings,
  CATALOGUE_PORT: setting.port(3022),
  CATALOGUE_DATABASE_URL: setting.databaseUrl,
  CATALOGUE_POOL: setting.whole(1, 1_000, 10),
  MIGRATE: setting.migrate,
  SEED: setting.flag,
  USERS_URL: setting.url('http://127.0.0.1:3021'),
  SERVICE_DEADLINE_MS: setting.whole(1, 60_000, 2_000),
  JOBS_SERVICE_PRIVATE_KEY: setting.servicePrivateKey,
  JOBS_SERVICE_PRIVATE_KEY_FILE: z.string().optional(),
  DATA_SHARING: setting.oneOf(waysOfSharing.monolith),
  AUTH_MODE: setting.oneOf(authModes.micro),
  AUTH_CACHE_TTL: setting.whole(1, 3_600, 30),
  JWT_SECRET: setting.secret.optional(),
  COMPANIES_INTERNAL_SECRET: setting.secret.optional(),
  JOBS_INTERNAL_SECRET: setting.secret.optional(),
});

export type Environment = z.output<typeof settings>;
