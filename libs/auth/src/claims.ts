import type { Identity } from '@jobly/contracts';
import { z } from 'zod';

/** Who issues users' tokens and for whom; pinned on both sides, so that no other token of ours is taken for one. */
export const USER_TOKENS = { issuer: 'jobly', audience: 'jobly-api' };

const claims = z.object({ sub: z.string(), username: z.string(), isAdmin: z.boolean(), exp: z.number() });

/** The identity a verified token's payload states; throws for a payload of any other shape. */
export function identityOf(payload: unknown): Identity {
  const { username, isAdmin } = claims.refine(({ sub, username }) => sub === username).parse(payload);
  return { username, isAdmin };
}
