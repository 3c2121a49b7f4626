import type { Identity, UserClaims } from '@jobly/contracts';

/**
 * One way to know who is calling. Each AUTH_MODE is one strategy behind this function.
 * Rejects with `unauthorized` for a token that does not hold, with `unavailable` where that cannot be found out.
 */
export type Authenticator = (token: string) => Promise<Identity>;

/** An authenticator that checks users' tokens itself, and so knows all that they say. */
export type TokenVerifier = (token: string) => Promise<UserClaims>;
