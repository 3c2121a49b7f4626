import { Problem, type TokenIntrospector, type UserClaims, type UserDirectory } from '@jobly/contracts';
import type { TokenVerifier } from './authenticator';

/**
 * Introspects the tokens that this process has issued (RFC 7662). A token is active while it verifies, its account
 * exists, and the account's password is the one of that time. Whether its holder is an admin comes from their current
 * row, not from the token.
 */
export const tokenIntrospector = (verify: TokenVerifier, users: UserDirectory): TokenIntrospector => ({
  async introspect(token) {
    const claims = await claimsOf(token, verify);
    const user = claims && (await users.identify(claims.account, claims.passwordVersion));
    return user ? { ...claims, isAdmin: user.isAdmin, active: true } : { active: false };
  },
});

/** Undefined for a token that is not valid. */
const claimsOf = (token: string, verify: TokenVerifier): Promise<UserClaims | undefined> =>
  verify(token).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'unauthorized') return undefined;
    throw error;
  });
