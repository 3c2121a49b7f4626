import type { Target } from '@jobly/lab/system-under-test';
import type { Load } from './settings';

/** One of the things compared: the target of its requests, and the users on whose behalf they are sent. */
export interface Arm extends Target {
  name: string;
  /** The origin whose users' tokens are valid here; none for a server without users. */
  home?: string;
  /** Present if the arms differ in their load rather than in their target. */
  load?: Load;
  /** The source addresses of its requests, chosen at random; by default the system chooses. */
  clients?: readonly string[];
  /** Replaces the token of a request, for arms that differ in whose tokens they are sent. */
  bearer?: (token: string) => string;
  /** The only configuration that the arm is for, if arms differ in that. */
  configuration?: string;
  /** Called before every block, for arms that are the same processes in another state. */
  before?: () => Promise<void>;
  /** The arm that this one repeats, to show the noise. */
  repeats?: string;
  /** Present if it does not answer like the others, so that its answers are compared with nobody's. */
  answers?: 'of its own';
  /** It demonstrates a common mistake. */
  mistake?: true;
}

/** The name of an arm that is a variant of one of the stacks. */
export const armName = (stack: 'monolith' | 'micro', variant: string) => `${stack}: ${variant}`;

/** The name of an arm that runs once more, beside itself. */
export const repeatOf = (name: string) => `${name} again`;

/** The arm once more. */
export const repeated = (arm: Arm): Arm => ({ ...arm, name: repeatOf(arm.name), repeats: arm.name });

/** A stack as an arm, with users of its own. */
export const armAt = (target: Target, name: string): Arm => ({ ...target, name, home: target.origin });
