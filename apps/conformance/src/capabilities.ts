import { readFile } from 'node:fs/promises';
import { StartError, authModes } from '@jobly/contracts';
import { z } from 'zod';
import { messageOf } from './message-of';

const callers = z.array(z.enum(['users', 'companies', 'jobs']));

/**
 * The permitted differences between servers that all keep the contract. Whoever runs the suite declares them; they are
 * never guessed from a server's name or its answers. The defaults are those of a server started with its own defaults.
 */
const capabilities = z.strictObject({
  /** An existing admin account; the suite creates everything else itself. */
  admin: z
    .strictObject({ username: z.string(), password: z.string() })
    .default({ username: 'testadmin', password: 'password' }),
  /**
   * Whether the applications to the jobs of a deleted company are gone with the answer, or may last some moments longer.
   * Direct dependents of a deleted record are always gone with it.
   */
  cascade: z.enum(['immediate', 'eventual']).default('eventual'),
  /**
   * Seconds for which another service's records may be shown as they were before, or be missing in a list of others; 0
   * where they are shown as they are. Either way a record that was just made can be read itself, and what belongs to no
   * one is never made.
   */
  staleFor: z.number().nonnegative().default(0),
  /** Whether the public origin exposes its own /metrics; a proxy in front may well hide it. */
  publicMetrics: z.boolean().default(true),
  /**
   * Whether a request with a malformed path keeps its id; nginx rejects it at the first line, before it reads any
   * header.
   */
  keepsIdOfMalformedPath: z.boolean().default(true),
  /** Failed logins for one username from one address before 429; null if the limit is off. */
  loginFailureLimit: z.int().positive().nullable().default(20),
  /**
   * Requests a minute to /auth before 429, and a local address that the suite may use up; null leaves the limit
   * untested. It needs an address of its own, or the rest of the suite would be locked out.
   */
  authRateLimit: z.strictObject({ perMinute: z.int().positive(), from: z.ipv4() }).nullable().default(null),
  /**
   * Local addresses that the suite may use up, one for each test that fails to log in very often; an address that has
   * done so must wait. Without them these tests are skipped.
   */
  sources: z.array(z.ipv4()).default([]),
  /** The fewest characters of a new password (PASSWORD_MIN_LENGTH), from 5 to 128. */
  passwordMinLength: z.int().min(5).max(128).default(5),
  /** Seconds between a token's iat and exp; null skips the check. */
  tokenLifetime: z.int().positive().nullable().default(86_400),
  /** The algorithm that tokens are signed with; null skips the check. */
  tokenAlgorithm: z.enum(['HS256', 'RS256']).nullable().default(null),
  /** The URL of the public keys, if there are any: a public key must not work as an HMAC secret. */
  jwksUrl: z.url().nullable().default(null),
  /**
   * Knowledge of the process that started the server: its authentication mode, the services behind the origin (none
   * behind a monolith), and the files with their secrets. null skips the tests that need it: tokens signed with the
   * right keys, and requests that bypass the public origin.
   */
  inside: z
    .strictObject({
      authMode: z.enum(authModes.micro),
      services: z.strictObject({ users: z.url(), companies: z.url(), jobs: z.url() }).nullable(),
      /** The services that call each of them from another process; those in the same one need no internal route. */
      callers: z.strictObject({ users: callers, companies: callers, jobs: callers }),
      secrets: z.record(z.string(), z.string()),
    })
    .nullable()
    .default(null),
  /** Whether the database holds the seed, untouched except by runs of this suite. */
  seeded: z.boolean().default(false),
});

export type Capabilities = z.output<typeof capabilities>;
export type DeclaredCapabilities = z.input<typeof capabilities>;

/**
 * Completes the declared capabilities with the defaults.
 * @throws StartError naming the source and every problem.
 */
export function parseCapabilities(declared: unknown, source: string): Capabilities {
  const parsed = capabilities.safeParse(declared);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new StartError(`${source} does not declare valid capabilities: ${problems.join('; ')}`);
}

/**
 * The declaration in a JSON file, not yet validated.
 * @throws StartError if it cannot be read.
 */
export async function readDeclaration(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartError(`Cannot read the capabilities: ${messageOf(error)}`);
  });
  try {
    return z.looseObject({}).parse(JSON.parse(text));
  } catch {
    throw new StartError(
      `${file} is not a JSON object; see apps/conformance/src/capabilities.ts for what it may declare`,
    );
  }
}
