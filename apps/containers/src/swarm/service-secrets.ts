/** A secret, by its name within the stack, and the file at which a service finds it. */
interface Secret {
  source: string;
  target: string;
}

type Variables = Record<string, string | number>;

const DATABASE = '/run/secrets/database';

/** Their values are secrets of the swarm, and the processes get the names of the files. */
const CONFIDENTIAL = ['JWT_SECRET', 'JWT_PRIVATE_KEY', 'SEED_PASSWORD'];

/** The variables of a service that anyone may read who can look at the swarm. */
export function openVariables(environment: Variables = {}): Variables {
  const open = Object.entries(environment).filter(([name]) => !CONFIDENTIAL.includes(name));
  const seeds = 'SEED_PASSWORD' in environment;
  return { ...Object.fromEntries(open), ...(seeds && { SEED_PASSWORD_FILE: '/run/secrets/own/seed-password' }) };
}

/**
 * The secrets of a service: the files that its variables name, and no others. A database has its password, and its
 * owner the URL that contains it.
 */
export function secretsOf(service: string, environment?: Variables): Secret[] {
  const owner = /^(.*)-postgres$/.exec(service)?.[1];
  if (owner) return [{ source: `${owner}-database-password`, target: `${DATABASE}/password` }];
  return Object.values(openVariables(environment)).flatMap((value) => {
    const path = /^\/run\/secrets\/(own|database)\/(.+)$/.exec(String(value));
    if (!path) return [];
    const [target, kind, name] = path as unknown as [string, string, string];
    return [{ source: kind === 'own' ? name : `${service}-database-${name}`, target }];
  });
}

/** The names of all secrets of some services, each once. */
export const secretsOfAll = (services: Record<string, { environment?: Variables }>): string[] => {
  const all = Object.entries(services).flatMap(([name, { environment }]) => secretsOf(name, environment));
  return [...new Set(all.map(({ source }) => source))];
};
