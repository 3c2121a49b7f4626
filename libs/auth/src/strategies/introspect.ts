import { type TokenIntrospector, unauthorized } from '@jobly/contracts';
import type { Authenticator } from '../authenticator';

/**
 * Introspects the token at its issuer on every request: whoever was deleted, or got another password, a moment ago is
 * locked out.
 */
export const introspect =
  (introspector: TokenIntrospector): Authenticator =>
  async (token) => {
    const answer = await introspector.introspect(token);
    if (!answer.active) throw unauthorized();
    return { username: answer.username, account: answer.account, isAdmin: answer.isAdmin };
  };
