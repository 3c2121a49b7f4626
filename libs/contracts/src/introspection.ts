import { z } from 'zod';

/** The claims of a user's token: about itself and about its holder. */
export const userClaims = z.object({
  sub: z.string(),
  username: z.string(),
  isAdmin: z.boolean(),
  account: z.uuid(),
  passwordVersion: z.int().positive(),
  iss: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string(),
});

/** The introspection response (RFC 7662, 2.2). It does not reveal why a token is inactive. */
export const introspection = z.discriminatedUnion('active', [
  userClaims.extend({ active: z.literal(true) }),
  z.object({ active: z.literal(false) }),
]);

export type UserClaims = z.output<typeof userClaims>;
export type Introspection = z.output<typeof introspection>;
