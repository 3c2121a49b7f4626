import { type TokenIntrospector, internalOperations } from '@jobly/contracts';
import { type Route, route } from '@jobly/http-kit';

/** Where the services ask about a token. Answers in every mode; only two of them ask. */
export const introspectionRoute = (introspector: TokenIntrospector): Route =>
  route(internalOperations.introspectToken, ({ body }) => introspector.introspect(body.token));
