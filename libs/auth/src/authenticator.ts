import type { Identity, UserClaims } from '@jobly/contracts';

/**
 * Identifies the caller by their token. Each AUTH_MODE is one strategy behind this function. It rejects with
 * `unauthorized` for a token that is not valid, with `unavailable` if that cannot be found out.
 */
export type Authenticator = (token: string) => Promise<Identity>;

/** An authenticator that verifies users' tokens itself, and so has all their claims. */
export type TokenVerifier = (token: string) => Promise<UserClaims>;
