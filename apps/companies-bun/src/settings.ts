import { readFileSync } from 'node:fs';
import { StartError } from './problem';

type Source = Record<string, string | undefined>;

/** Reads one setting; throws what is wrong with it, to follow its name. */
type Reader<T> = (value: string | undefined) => T;

const wrong = (sentence: string): never => {
  throw new RangeError(sentence);
};

const whole =
  (min: number, max: number, fallback: number): Reader<number> =>
  (value) => {
    if (value === undefined) return fallback;
    const isWithin = /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
    return isWithin ? Number(value) : wrong(`must be a whole number from ${min} to ${max}`);
  };

const oneOf =
  <const V extends string>(values: readonly [V, ...V[]]): Reader<V> =>
  (value = values[0]) =>
    values.find((one) => one === value) ?? wrong(`must be ${choice.format(values)}, not "${value}"`);

const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const origin =
  (fallback: string): Reader<string> =>
  (value = fallback) => {
    const { protocol = '', pathname, origin } = URL.parse(value) ?? {};
    const isOrigin = /^https?:$/.test(protocol) && pathname === '/';
    return isOrigin ? origin! : wrong('must be an http URL without a path');
  };

const databaseUrl: Reader<string> = (value = '') =>
  /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? '') ? value : wrong('must be a postgresql:// URL');

const host: Reader<string> = (value = '127.0.0.1') =>
  /^[\w.-]+$|^\[?[\da-f:.]+\]?$/i.test(value)
    ? value.replace(/^\[(.*)\]$/, '$1')
    : wrong('must be an address or a name of this machine that a URL can hold, such as 127.0.0.1 or ::1');

const secret: Reader<string | undefined> = (value) =>
  value === undefined || value.length >= 32 ? value : wrong('must have at least 32 characters');

const flag: Reader<boolean> = (value) => oneOf(['false', 'true'])(value) === 'true';

/** The service's way of showing jobs, and nothing that explains where time goes: the Node.js service has both. */
const onlyCall: Reader<'call'> = (value = 'call') =>
  value === 'call' ? value : wrong(`must be call where the companies service runs on Bun, not "${value}"`);
const noTiming: Reader<false> = (value = 'false') =>
  value === 'false' ? false : wrong('must be false where the companies service runs on Bun');

const readers = {
  HOST: host,
  LOG_LEVEL: oneOf(['info', 'trace', 'debug', 'warn', 'error', 'fatal', 'silent']),
  DRAIN_MS: whole(0, 60_000, 300),
  SERVER_TIMING: noTiming,
  ADMIT_ALL: flag,
  COMPANIES_PORT: whole(0, 65_535, 3012),
  COMPANIES_DATABASE_URL: databaseUrl,
  COMPANIES_POOL: whole(1, 1_000, 5),
  MIGRATE: oneOf(['at-start', 'only', 'elsewhere']),
  SEED: flag,
  USERS_URL: origin('http://127.0.0.1:3011'),
  JOBS_URL: origin('http://127.0.0.1:3013'),
  SERVICE_DEADLINE_MS: whole(1, 60_000, 2_000),
  COMPANIES_SERVICE_PRIVATE_KEY: (value: string | undefined) =>
    value ?? wrong('must be given, an EC private key (P-256) in PEM format that only this service has'),
  DATA_SHARING: onlyCall,
  AUTH_MODE: oneOf(['jwks', 'shared-secret', 'introspect', 'introspect-cached', 'gateway']),
  AUTH_CACHE_TTL: whole(1, 3_600, 30),
  JWT_SECRET: secret,
  COMPANIES_INTERNAL_SECRET: secret,
};

type Readers = typeof readers;

/** All settings of the companies service. */
export type Settings = { [Name in keyof Readers]: ReturnType<Readers[Name]> } & {
  /** The file that the private key came from, if any; it is watched for a rotation. */
  COMPANIES_SERVICE_PRIVATE_KEY_FILE: string | undefined;
};

/**
 * Reads the settings, once. Each may also be given as `NAME_FILE`, the path of a file that holds it; an empty variable
 * counts as unset.
 * @throws StartError naming every variable that is missing or wrong.
 */
export function readSettings(source: Source): Settings {
  const problems: string[] = [];
  const entries = Object.entries(readers).map(([name, read]) => {
    try {
      return [name, read(source[name] || fromFile(name, source[`${name}_FILE`]))];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`${name} ${error.message}`);
      return [name, undefined];
    }
  });
  if (problems.length > 0) throw new StartError(`The environment does not fit: ${problems.join('; ')}.`);
  const file = source['COMPANIES_SERVICE_PRIVATE_KEY'] ? undefined : source['COMPANIES_SERVICE_PRIVATE_KEY_FILE'];
  return { ...(Object.fromEntries(entries) as Settings), COMPANIES_SERVICE_PRIVATE_KEY_FILE: file || undefined };
}

function fromFile(name: string, file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new StartError(`${name}_FILE names a file that cannot be read: ${file}.`, { cause });
  }
}
