import type { AuthMode, Owner } from '@jobly/contracts';
import { type Blueprint, blueprints, isDistributed } from './topology';

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
} as const satisfies Record<Owner, Secret>;

/** Each is shared by a service and the gateway, and by nobody else. */
const internal = {
  users: 'USERS_INTERNAL_SECRET',
  companies: 'COMPANIES_INTERNAL_SECRET',
  jobs: 'JOBS_INTERNAL_SECRET',
} as const satisfies Record<Owner, Secret>;

/**
 * The secrets that a part needs in the mode, and no more. The signer of users' tokens holds a key; with a shared secret
 * every verifier holds it too. The gateway holds secrets only if it signs.
 */
export function secretsOf(part: Blueprint, authMode: AuthMode): Secret[] {
  const { modules } = part;
  const forUsers = authMode === 'shared-secret' ? 'JWT_SECRET' : 'JWT_PRIVATE_KEY';
  if (!isDistributed(part)) return [forUsers];
  if (modules.length === 0) return authMode === 'gateway' ? Object.values(internal) : [];
  const holdsKey = modules.includes('users') || forUsers === 'JWT_SECRET';
  return [
    // Modules that share a process share an identity, which is the last one's.
    ...modules.slice(-1).map((module) => serviceKeys[module]),
    ...((holdsKey ? [forUsers] : []) satisfies Secret[]),
    ...(authMode === 'gateway' ? modules.map((module) => internal[module]) : []),
  ];
}

/** Whether a part stores passwords. */
export const storesPasswords = ({ modules }: Pick<Blueprint, 'modules'>) => modules.includes('users');

/** The user's password for the seeded users, passed only to parts that store passwords. */
export const seedPasswordOf = (part: Blueprint, given: NodeJS.ProcessEnv): NodeJS.ProcessEnv | undefined =>
  storesPasswords(part) ? own(SEED_PASSWORD, given) : undefined;

/**
 * The user's value of a variable, given directly or as `NAME_FILE`, the path of a file that holds it.
 * @param readAs the name under which the app looks for it.
 */
export function own(variable: string, given: NodeJS.ProcessEnv, readAs = variable): NodeJS.ProcessEnv | undefined {
  const value = given[variable];
  const file = given[`${variable}_FILE`];
  return value ? { [readAs]: value } : file ? { [`${readAs}_FILE`]: file } : undefined;
}
