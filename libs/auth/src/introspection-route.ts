import { type TokenIntrospector, internalOperations } from '@jobly/contracts';
import { type Route, route } from '@jobly/http-kit';

/** The route where services introspect a token. It answers in every mode, although only two of them ask. */
export const introspectionRoute = (introspector: TokenIntrospector): Route =>
  route(internalOperations.introspectToken, ({ body }) => introspector.introspect(body.token));
