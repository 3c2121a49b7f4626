export { createGuard } from './guard';
export { remoteKeySet } from './key-set';
export { secretKey } from './keys';
export { signingAuthority, verifier } from './modes';
export { serviceTokenVerifier, serviceTokens } from './service-tokens';
