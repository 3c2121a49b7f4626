import { readFileSync } from 'node:fs';
import { StartError, hostRule, isHost, withoutBrackets } from '@jobly/contracts';
import { z } from 'zod';
import { trustProxy } from './trust-proxy';

/**
 * Reads the process's settings, once. Each may also be given as `NAME_FILE`, the path of a file that holds it. An empty
 * variable counts as unset, because compose files pass unset variables as empty ones.
 * @throws StartError naming the variable that is missing or wrong.
 */
export function readEnvironment<S extends z.ZodObject>(schema: S, source = process.env): z.output<S> {
  const given = Object.keys(schema.shape).map((name) => [name, source[name] || fromFile(name, source[`${name}_FILE`])]);
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new StartError(`The environment does not fit: ${problems.join('; ')}.`);
}

function fromFile(name: string, file: string | undefined): string | undefined {
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new StartError(`${name}_FILE names a file that cannot be read: ${file}.`, { cause });
  }
}

const whole = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)
    .default(fallback);

const isHttpOrigin = (value: string) => {
  const { protocol = '', pathname } = URL.parse(value) ?? {};
  return /^https?:$/.test(protocol) && pathname === '/';
};

const origin = z
  .string()
  .refine(isHttpOrigin, 'must be an http URL without a path')
  .transform((value) => new URL(value).origin);

const oneOf = <const V extends string>(values: readonly [V, ...V[]]) =>
  z
    .enum(values, { error: ({ input }) => `must be ${choice.format(values)}, not "${String(input)}"` })
    .default(values[0]);

/** "a, b or c". */
const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** The kinds of settings the apps' schemas are made of. */
export const setting = {
  whole,
  /** The first is the default. */
  oneOf,
  port: (fallback: number) => whole(0, 65_535, fallback),
  url: (fallback: string) => origin.default(fallback),
  optionalUrl: origin.optional(),
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  trustProxy,
  secret: z.string('must be given').min(32, 'must have at least 32 characters'),
  servicePrivateKey: z.string(
    'must be given, an EC private key (P-256) in PEM format that only this service has; it replaces SERVICE_TOKEN_SECRET',
  ),
  /** When the database is migrated and filled: before this process serves, instead of it, or by another process. */
  migrate: oneOf(['at-start', 'only', 'elsewhere']),
  flag: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((value) => value === 'true'),
};

/** The settings of every server. */
export const commonSettings = {
  HOST: z.string().refine(isHost, hostRule).transform(withoutBrackets).default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be a level such as info or warn')
    .default('info'),
  /**
   * The time for which a process that has been told to stop keeps answering while it reports itself as not ready (ms):
   * load balancers need that long to notice.
   */
  DRAIN_MS: whole(0, 60_000, 300),
  /**
   * Whether every response says, in a Server-Timing header, where its time went. It explains figures and is not for the
   * open internet: the times tell an attacker whether a username is known, and what stands behind the origin.
   */
  SERVER_TIMING: setting.flag,
  /** Where spans go, by OTLP over HTTP: the origin of a collector. Without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: setting.optionalUrl,
  /** Whether requests are admitted without a limit: what happens at overload then is for experiments to show. */
  ADMIT_ALL: setting.flag,
};
