import { readFile } from 'node:fs/promises';
import { StartError, authModes } from '@jobly/contracts';
import { z } from 'zod';
import { messageOf } from './message-of';

/**
 * What may differ between servers that all keep the contract. It is declared by whoever runs the suite, never
 * guessed from a server's name or its answers; the defaults are those of a server started with its own defaults.
 */
const capabilities = z.strictObject({
  /** An account that exists and is an admin; everything else the suite makes for itself. */
  admin: z
    .strictObject({ username: z.string(), password: z.string() })
    .default({ username: 'testadmin', password: 'password' }),
  /** Whether what hangs on a deleted thing is gone with the answer, or some moments after it. */
  cascade: z.enum(['immediate', 'eventual']).default('eventual'),
  /** Whether the public origin shows its own /metrics; a proxy in front may well hide it. */
  publicMetrics: z.boolean().default(true),
  /** Whether a request with a malformed path keeps its id; nginx gives up at the first line, before it reads any header. */
  keepsIdOfMalformedPath: z.boolean().default(true),
  /** Failed logins for one username before 429; null where the limit is off. */
  loginFailureLimit: z.int().positive().nullable().default(20),
  /**
   * Requests a minute to /auth before 429, and a local address the suite may spend them from; null leaves the limit
   * untested. It takes an address of its own, or the rest of the suite would be locked out.
   */
  authRateLimit: z.strictObject({ perMinute: z.int().positive(), from: z.ipv4() }).nullable().default(null),
  /** The fewest characters of a new password (PASSWORD_MIN_LENGTH), from 5 to 128. */
  passwordMinLength: z.int().min(5).max(128).default(5),
  /** Seconds between a token's iat and exp; null leaves it open. */
  tokenLifetime: z.int().positive().nullable().default(86_400),
  /** The algorithm tokens are signed with; null leaves it open. */
  tokenAlgorithm: z.enum(['HS256', 'RS256']).nullable().default(null),
  /** Where the public keys are, if there are any: a key everybody knows must not serve as an HMAC secret. */
  jwksUrl: z.url().nullable().default(null),
  /**
   * What only who has started the server knows: how it knows users, where the services behind the origin are (none
   * behind a monolith), and which files hold their secrets. null leaves out what needs it: tokens signed with the right
   * keys, and doors beside the public one.
   */
  inside: z
    .strictObject({
      authMode: z.enum(authModes.micro),
      services: z.strictObject({ users: z.url(), companies: z.url(), jobs: z.url() }).nullable(),
      secrets: z.record(z.string(), z.string()),
    })
    .nullable()
    .default(null),
  /** Whether the database holds the seed, untouched but for runs of this suite. */
  seeded: z.boolean().default(false),
});

export type Capabilities = z.output<typeof capabilities>;
export type DeclaredCapabilities = z.input<typeof capabilities>;

/**
 * Completes what was declared with the defaults.
 * @throws StartError naming the source and every problem.
 */
export function parseCapabilities(declared: unknown, source: string): Capabilities {
  const parsed = capabilities.safeParse(declared);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new StartError(`${source} does not declare valid capabilities: ${problems.join('; ')}`);
}

/**
 * What a JSON file declares, not yet checked.
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
