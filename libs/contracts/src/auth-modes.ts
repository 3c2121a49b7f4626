/**
 * The authentication modes (AUTH_MODE) of each architecture; the first is its default. The monolith lacks two: it would
 * introspect at itself, so there is no round trip to save, and it is its own gateway.
 */
export const authModes = {
  monolith: ['shared-secret', 'jwks', 'introspect'],
  micro: ['jwks', 'shared-secret', 'introspect', 'introspect-cached', 'gateway'],
} as const;

export type AuthMode = (typeof authModes.micro)[number];
