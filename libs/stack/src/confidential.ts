import { type Blueprint, blueprints } from './topology';

export type Secret = 'JWT_SECRET' | 'JWT_PRIVATE_KEY' | 'SERVICE_TOKEN_SECRET';

const databaseVariables = blueprints.flatMap(({ database }) => database?.variable ?? []);
const variables = ['JWT_SECRET', 'JWT_PRIVATE_KEY', 'SERVICE_TOKEN_SECRET', ...databaseVariables];
const confidential = new Set(variables.flatMap((variable) => [variable, `${variable}_FILE`]));

/** Whether a variable is passed on only to the part that needs it. */
export const isConfidential = (variable: string) => confidential.has(variable);

/** Whoever signs tokens holds a key, and with a shared secret whoever verifies them holds it too. */
export function secretsOf({ topology, name }: Blueprint, authMode: string): Secret[] {
  if (name === 'gateway') return [];
  const isService = topology === 'micro';
  const forTokens: Secret = authMode === 'shared-secret' ? 'JWT_SECRET' : 'JWT_PRIVATE_KEY';
  const holds = forTokens === 'JWT_SECRET' || !isService || name === 'users';
  return [...(isService ? (['SERVICE_TOKEN_SECRET'] as const) : []), ...(holds ? [forTokens] : [])];
}

/**
 * What the user has set a variable to, as it is or as `NAME_FILE`, the path of a file that holds it.
 * @param readAs the name under which the app looks for it.
 */
export function own(variable: string, given: NodeJS.ProcessEnv, readAs = variable): NodeJS.ProcessEnv | undefined {
  const value = given[variable];
  const file = given[`${variable}_FILE`];
  return value ? { [readAs]: value } : file ? { [`${readAs}_FILE`]: file } : undefined;
}
