import { Router } from 'express';
import type { PublicJwk } from './keys';

/** Where whoever signs publishes the public keys (RFC 7517); the services fetch it, the gateway hides it. */
export function keySetRoute(keys: PublicJwk[]): Router {
  const routes = Router();
  routes.get('/.well-known/jwks.json', (_request, response) => {
    response.json({ keys });
  });
  return routes;
}
