import { Router } from 'express';
import type { KeyRing } from './key-ring';

/** The signing process publishes its public keys here (RFC 7517); the services fetch it, the gateway hides it. */
export function keySetRoute(ring: () => KeyRing): Router {
  const routes = Router();
  routes.get('/.well-known/jwks.json', (_request, response) => {
    response.json({ keys: ring().published });
  });
  return routes;
}
