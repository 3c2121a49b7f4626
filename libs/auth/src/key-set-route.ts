import { Router } from 'express';
import type { KeyRing } from './key-ring';

/**
 * The process that signs users' tokens publishes its public keys here (RFC 7517); the services fetch them, the gateway
 * hides them.
 */
export function keySetRoute(ring: () => KeyRing): Router {
  const routes = Router();
  routes.get('/.well-known/jwks.json', (_request, response) => {
    response.json({ keys: ring().published });
  });
  return routes;
}

/** A service publishes the public keys of its own tokens here, for the neighbours that it calls. */
export function serviceKeySetRoute(ring: () => KeyRing): Router {
  const routes = Router();
  routes.get('/.well-known/service-jwks.json', (_request, response) => {
    response.json({ keys: ring().published });
  });
  return routes;
}
