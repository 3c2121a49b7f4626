import type { Target } from '@jobly/lab/system-under-test';
import type { Load } from './settings';

/** One of the things compared: where its requests go, and with whose users. */
export interface Arm extends Target {
  name: string;
  /** Where users sign up whose tokens are valid here; nowhere for a server that has none. */
  home?: string;
  /** Where the arms differ in how they are loaded, not in where. */
  load?: Load;
  /** The addresses its requests come from, any of them at random; the system chooses if not given. */
  clients?: readonly string[];
  /** The only configuration it is for, where arms differ in that. */
  configuration?: string;
  /** The arm that this one is once more, to see the noise. */
  repeats?: string;
  /** It shows what is easily done wrong. */
  mistake?: true;
}

/** What an arm is called that is one of the stacks in one of several variants. */
export const armName = (stack: 'monolith' | 'micro', variant: string) => `${stack}: ${variant}`;

/** What an arm is called when it runs once more, beside itself. */
export const repeatOf = (name: string) => `${name} again`;

/** The arm once more. */
export const repeated = (arm: Arm): Arm => ({ ...arm, name: repeatOf(arm.name), repeats: arm.name });

/** A stack as an arm, which is home to users of its own. */
export const armAt = (target: Target, name: string): Arm => ({ ...target, name, home: target.origin });
