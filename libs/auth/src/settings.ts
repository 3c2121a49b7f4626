import { type AuthMode, type Owner, StartError } from '@jobly/contracts';

/** The secret that the gateway shares with each service. */
export const internalSecrets = {
  users: 'USERS_INTERNAL_SECRET',
  companies: 'COMPANIES_INTERNAL_SECRET',
  jobs: 'JOBS_INTERNAL_SECRET',
} as const satisfies Record<Owner, string>;

type KeySetting = 'JWT_SECRET' | 'JWT_PRIVATE_KEY' | (typeof internalSecrets)[Owner];

/** A process's authentication settings; the mode determines which keys it has. */
export type AuthSettings = { AUTH_MODE: AuthMode } & Partial<Record<KeySetting, string | undefined>>;

/** @throws StartError if the mode's key is missing. */
export function keyFor(settings: AuthSettings, name: KeySetting): string {
  const value = settings[name];
  if (value !== undefined) return value;
  throw new StartError(`AUTH_MODE=${settings.AUTH_MODE} needs ${name} (or ${name}_FILE).`);
}
