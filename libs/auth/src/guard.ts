import type { IncomingMessage } from 'node:http';
import { type Identity, type Operation, canonicalUsername, forbidden } from '@jobly/contracts';
import type { Authenticator } from './authenticator';
import { bearerToken } from './bearer';
import type { ServiceTokenVerifier } from './service-token-verifier';

/** The part of an Express request a guard looks at. */
type Guarded = IncomingMessage & { params: Record<string, string | string[]> };

/**
 * Enforces an operation's `access` and returns the caller's identity, or that of the user on whose behalf a service
 * calls. Public routes do not even look at the Authorization header. Only service tokens identify services, and only
 * the mode's authenticator identifies users.
 */
export function createGuard(authenticate: Authenticator, verifyService?: ServiceTokenVerifier) {
  return async ({ access }: Operation, request: Guarded): Promise<Identity | undefined> => {
    if (access === 'anyone') return undefined;
    const token = bearerToken(request);
    if (access === 'service') {
      // A process that has no internal operations has no verifier and lets no service in.
      if (!verifyService) throw forbidden();
      return verifyService(token);
    }
    const identity = await authenticate(token);
    const isSelf = access === 'self' && names(request.params.username, identity);
    if (!isSelf && !identity.isAdmin) throw forbidden();
    return identity;
  };
}

/** Compares the path as it was sent, because it has not been validated yet. */
const names = (inPath: string | string[] | undefined, { username }: Identity): boolean =>
  typeof inPath === 'string' && canonicalUsername(inPath) === username;
