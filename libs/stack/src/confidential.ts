import type { AuthMode } from '@jobly/contracts';
import { type Blueprint, type PartName, blueprints } from './topology';

/** The secrets that are generated unless the user names them; no part gets all of them. */
export const secrets = [
  'JWT_SECRET',
  'JWT_PRIVATE_KEY',
  'USERS_SERVICE_PRIVATE_KEY',
  'COMPANIES_SERVICE_PRIVATE_KEY',
  'JOBS_SERVICE_PRIVATE_KEY',
  'USERS_INTERNAL_SECRET',
  'COMPANIES_INTERNAL_SECRET',
  'JOBS_INTERNAL_SECRET',
] as const;

export type Secret = (typeof secrets)[number];

const SEED_PASSWORD = 'SEED_PASSWORD';

const variables = [...secrets, SEED_PASSWORD, ...blueprints.flatMap(({ database }) => database?.variable ?? [])];
const confidential = new Set(variables.flatMap((variable) => [variable, `${variable}_FILE`]));

/** Whether a variable is passed on only to the part that needs it. */
export const isConfidential = (variable: string) => confidential.has(variable);

/** Each belongs to one service, and nobody else has it. */
const serviceKeys = {
  users: 'USERS_SERVICE_PRIVATE_KEY',
  companies: 'COMPANIES_SERVICE_PRIVATE_KEY',
  jobs: 'JOBS_SERVICE_PRIVATE_KEY',
} as const satisfies Partial<Record<PartName, Secret>>;

/** Each is shared by a service and the gateway, and by nobody else. */
const internal = {
  users: 'USERS_INTERNAL_SECRET',
  companies: 'COMPANIES_INTERNAL_SECRET',
  jobs: 'JOBS_INTERNAL_SECRET',
} as const satisfies Partial<Record<PartName, Secret>>;

/**
 * The secrets that a part needs in the mode, and no more. The signer of users' tokens holds a key; with a shared secret
 * every verifier holds it too. The gateway holds secrets only if it signs.
 */
export function secretsOf({ name }: Blueprint, authMode: AuthMode): Secret[] {
  const forUsers = authMode === 'shared-secret' ? 'JWT_SECRET' : 'JWT_PRIVATE_KEY';
  switch (name) {
    case 'monolith':
    case 'loopback':
      return [forUsers];
    case 'gateway':
      return authMode === 'gateway' ? Object.values(internal) : [];
    default: {
      const holdsKey = name === 'users' || forUsers === 'JWT_SECRET';
      const secrets: Secret[] = holdsKey ? [serviceKeys[name], forUsers] : [serviceKeys[name]];
      return authMode === 'gateway' ? [...secrets, internal[name]] : secrets;
    }
  }
}

/** The user's password for the seeded users, passed only to parts that store passwords. */
export const seedPasswordOf = ({ name }: Blueprint, given: NodeJS.ProcessEnv): NodeJS.ProcessEnv | undefined =>
  name === 'monolith' || name === 'loopback' || name === 'users' ? own(SEED_PASSWORD, given) : undefined;

/**
 * The user's value of a variable, given directly or as `NAME_FILE`, the path of a file that holds it.
 * @param readAs the name under which the app looks for it.
 */
export function own(variable: string, given: NodeJS.ProcessEnv, readAs = variable): NodeJS.ProcessEnv | undefined {
  const value = given[variable];
  const file = given[`${variable}_FILE`];
  return value ? { [readAs]: value } : file ? { [`${readAs}_FILE`]: file } : undefined;
}
