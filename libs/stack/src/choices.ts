import { type AuthMode, type WayOfSharing, authModes, waysOfSharing } from '@jobly/contracts';
import type { Choice } from './choice';

export const authMode: Choice<AuthMode> = {
  variable: 'AUTH_MODE',
  valuesOf: {
    monolith: authModes.monolith,
    loopback: authModes.monolith,
    functions: authModes.monolith,
    soa: authModes.micro,
    micro: authModes.micro,
  },
};

export const dataSharing: Choice<WayOfSharing> = {
  variable: 'DATA_SHARING',
  valuesOf: {
    monolith: waysOfSharing.monolith,
    loopback: waysOfSharing.monolith,
    functions: waysOfSharing.monolith,
    // Companies and jobs, which share data, are in one process over one database there, too.
    soa: waysOfSharing.monolith,
    micro: waysOfSharing.micro,
  },
};
