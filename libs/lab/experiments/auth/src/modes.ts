import { armName } from '@jobly/lab/runner';
import type { AuthMode } from '@jobly/contracts';

/** A stack that authenticates callers in one of its modes. */
export interface Mode {
  /** Also the name of its arm. */
  name: string;
  topology: 'monolith' | 'micro';
  authMode: AuthMode;
  /** With which users' tokens are signed. */
  algorithm: 'HS256' | 'RS256';
}

const mode = (topology: Mode['topology'], authMode: AuthMode): Mode => ({
  name: armName(topology, authMode),
  topology,
  authMode,
  algorithm: authMode === 'shared-secret' ? 'HS256' : 'RS256',
});

/** Every mode, each asking more than the one before. */
export const modes: readonly Mode[] = [
  mode('monolith', 'shared-secret'),
  mode('monolith', 'jwks'),
  mode('monolith', 'introspect'),
  mode('micro', 'shared-secret'),
  mode('micro', 'gateway'),
  mode('micro', 'jwks'),
  mode('micro', 'introspect-cached'),
  mode('micro', 'introspect'),
];
