import { type TokenIntrospector, unauthorized } from '@jobly/contracts';
import type { Authenticator } from '../authenticator';

/** Asks whoever issued the token, each time: a user who was deleted a moment ago is out. */
export const introspect =
  (introspector: TokenIntrospector): Authenticator =>
  async (token) => {
    const answer = await introspector.introspect(token);
    if (!answer.active) throw unauthorized();
    return { username: answer.username, isAdmin: answer.isAdmin };
  };
