/**
 * The ways to know who is calling (AUTH_MODE) that each architecture has; the first is its default. The monolith lacks
 * two: it asks itself, so there is no question to spare, and it is its own gateway.
 */
export const authModes = {
  monolith: ['shared-secret', 'jwks', 'introspect'],
  micro: ['jwks', 'shared-secret', 'introspect', 'introspect-cached', 'gateway'],
} as const;

export type AuthMode = (typeof authModes.micro)[number];
