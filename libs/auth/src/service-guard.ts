import type { Owner } from '@jobly/contracts';
import { createGuard } from './guard';
import { secretKey } from './keys';
import { type Means, type ServiceSettings, serviceAuthenticator } from './modes';
import { serviceTokenVerifier } from './service-tokens';

/**
 * The guard of a service: it identifies users by AUTH_MODE, and neighbours by their service tokens.
 * @throws StartError if the mode's key is missing.
 */
export const serviceGuard = (
  service: Owner,
  settings: ServiceSettings & { SERVICE_TOKEN_SECRET: string },
  means: Means,
) =>
  createGuard(
    serviceAuthenticator(service, settings, means),
    serviceTokenVerifier(service, secretKey(settings.SERVICE_TOKEN_SECRET)),
  );
