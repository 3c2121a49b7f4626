import { Problem, type TokenIntrospector, type UserClaims, type UserDirectory } from '@jobly/contracts';
import type { TokenVerifier } from './authenticator';

/**
 * Answers for the tokens this process has issued (RFC 7662): one is active while it verifies and its user is there.
 * Whether they are an admin is what their row says by now, not what the token said then.
 */
export const tokenIntrospector = (verify: TokenVerifier, users: UserDirectory): TokenIntrospector => ({
  async introspect(token) {
    const claims = await claimsOf(token, verify);
    const user = claims && (await users.identify(claims.username));
    return user ? { ...claims, isAdmin: user.isAdmin, active: true } : { active: false };
  },
});

/** Undefined for a token that does not hold. */
const claimsOf = (token: string, verify: TokenVerifier): Promise<UserClaims | undefined> =>
  verify(token).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'unauthorized') return undefined;
    throw error;
  });
