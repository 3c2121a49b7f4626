import type { Target } from '../targets/stacks';

/** One of the things compared: where its requests go, and with whose users. */
export interface Arm extends Target {
  name: string;
  /** The stack whose users and tokens are valid here. */
  stack: 'monolith' | 'micro';
}
