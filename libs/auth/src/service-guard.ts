import type { Owner } from '@jobly/contracts';
import { createGuard } from './guard';
import { type Means, type ServiceSettings, serviceAuthenticator } from './modes';
import { type CallerKeys, serviceTokenVerifier } from './service-token-verifier';

/**
 * The guard of a service: it identifies users by AUTH_MODE, and neighbours that call it by their service tokens.
 * @throws StartError if the mode's key is missing.
 */
export const serviceGuard = (service: Owner, settings: ServiceSettings, means: Means, callers: CallerKeys) =>
  createGuard(serviceAuthenticator(service, settings, means), serviceTokenVerifier(service, callers));
