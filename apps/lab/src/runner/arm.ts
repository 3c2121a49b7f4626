import type { Target } from '../targets/stacks';
import type { Load } from './settings';

/** One of the things compared: where its requests go, and with whose users. */
export interface Arm extends Target {
  name: string;
  /** The stack whose users and tokens are valid here; none for a server that has no users. */
  stack: 'monolith' | 'micro' | 'none';
  /** Where the arms differ in how they are loaded, not in where. */
  load?: Load;
}
