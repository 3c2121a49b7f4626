import { type AuthMode, type Owner, StartError } from '@jobly/contracts';

/** The secret that the gateway shares with each service. */
export const internalSecrets = {
  users: 'USERS_INTERNAL_SECRET',
  companies: 'COMPANIES_INTERNAL_SECRET',
  jobs: 'JOBS_INTERNAL_SECRET',
} as const satisfies Record<Owner, string>;

type KeySetting = 'JWT_SECRET' | 'JWT_PRIVATE_KEY' | (typeof internalSecrets)[Owner];

/** The part of a process's settings that says how it knows who is calling; which keys it has depends on the mode. */
export type AuthSettings = { AUTH_MODE: AuthMode } & Partial<Record<KeySetting, string | undefined>>;

/** @throws StartError where the mode's key is missing. */
export function keyFor(settings: AuthSettings, name: KeySetting): string {
  const value = settings[name];
  if (value !== undefined) return value;
  throw new StartError(`AUTH_MODE=${settings.AUTH_MODE} needs ${name} (or ${name}_FILE).`);
}
