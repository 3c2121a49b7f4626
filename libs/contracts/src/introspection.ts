import { z } from 'zod';

/** What a user's token says of itself and its holder. */
export const userClaims = z.object({
  sub: z.string(),
  username: z.string(),
  isAdmin: z.boolean(),
  iss: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string(),
});

/** What introspection says of a token (RFC 7662, 2.2); why one is not active is not for the asker to know. */
export const introspection = z.discriminatedUnion('active', [
  userClaims.extend({ active: z.literal(true) }),
  z.object({ active: z.literal(false) }),
]);

export type UserClaims = z.output<typeof userClaims>;
export type Introspection = z.output<typeof introspection>;
