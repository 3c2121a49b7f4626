import { armName } from '@jobly/lab/runner';
import type { AuthMode } from '@jobly/contracts';
import type { Preload } from '@jobly/lab/system-under-test';

/** A stack that differs from the others in how it authenticates callers. */
export interface Mode {
  /** The name of its arm. */
  name: string;
  topology: 'monolith' | 'micro';
  authMode: AuthMode;
  preload?: Preload;
  /** It demonstrates a common mistake. */
  mistake?: true;
}

/** The name of the arm below each ladder. */
export const unguardedName = (topology: Mode['topology']) => armName(topology, 'no authentication');

/** The rung below each ladder, which the applications do not have: the cost of everything else. */
const without = (topology: Mode['topology']): Mode => ({
  name: unguardedName(topology),
  topology,
  authMode: 'shared-secret',
  preload: 'no-authentication',
});

const rung = (topology: Mode['topology'], authMode: AuthMode): Mode => ({
  name: armName(topology, authMode),
  topology,
  authMode,
});

/** Every mode, each asking more than the one before, except for the last. */
export const ladder: readonly Mode[] = [
  rung('monolith', 'shared-secret'),
  rung('monolith', 'jwks'),
  rung('monolith', 'introspect'),
  rung('micro', 'shared-secret'),
  rung('micro', 'jwks'),
  rung('micro', 'introspect-cached'),
  rung('micro', 'introspect'),
  rung('micro', 'gateway'),
];

export const unguarded: readonly Mode[] = [without('monolith'), without('micro')];

/** Common mistakes, to be compared with the mode that they spoil. */
export const mistakes: readonly Mode[] = [
  {
    name: armName('micro', 'shared-secret, as a string (mistake)'),
    topology: 'micro',
    authMode: 'shared-secret',
    preload: 'secret-as-string',
    mistake: true,
  },
  {
    name: armName('micro', 'introspect, no keep-alive (mistake)'),
    topology: 'micro',
    authMode: 'introspect',
    preload: 'no-keep-alive',
    mistake: true,
  },
];

/** The arm that a mode is compared with: the same stack without authentication; for a mistake, the mode that it spoils. */
export const baseOf = ({ topology, authMode, mistake }: Mode) =>
  mistake ? armName(topology, authMode) : unguardedName(topology);
