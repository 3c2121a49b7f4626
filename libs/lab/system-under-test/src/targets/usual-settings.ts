/**
 * Settings that affect measurements are reset, whatever the shell contains: an empty value counts as unset, so the
 * applications use their defaults and the report describes them correctly.
 */
const DEFAULTS = [
  'AUTH_MODE',
  'AUTH_CACHE_TTL',
  'DATA_SHARING',
  'COMPANIES_RUNTIME',
  'SHARING_CACHE_TTL',
  'SHARING_AUDIT_INTERVAL',
  'TOKEN_TTL',
  'PASSWORD_MIN_LENGTH',
  'PORT_CALLS',
  'SERVER_TIMING',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'ADMIT_ALL',
  'MONOLITH_POOL',
  'USERS_POOL',
  'COMPANIES_POOL',
  'JOBS_POOL',
  'CATALOGUE_POOL',
  'SERVICE_DEADLINE_MS',
  'GATEWAY_DEADLINE_MS',
  'NODE_OPTIONS',
];

/** A benchmark must not write into databases of the user's own: the stacks get new ones. */
export const NO_DATABASES = {
  DATABASE_URL: '',
  USERS_DATABASE_URL: '',
  COMPANIES_DATABASE_URL: '',
  JOBS_DATABASE_URL: '',
  ACCOUNTS_DATABASE_URL: '',
  CATALOGUE_DATABASE_URL: '',
};

/** Like with like: the monolith's own default would be the cheaper HS256. */
export const SAME_TOKENS = { AUTH_MODE: 'jwks' };

/** The settings of every measured stack: nothing observes or limits a block (logs at warn, no rate limits). */
export const USUAL_SETTINGS: Record<string, string> = {
  ...Object.fromEntries(DEFAULTS.map((name) => [name, ''])),
  LOG_LEVEL: 'warn',
  SEED: 'true',
  SEED_PASSWORD: 'password',
  AUTH_RATE_LIMIT: '0',
  LOGIN_FAILURE_LIMIT: '0',
};
