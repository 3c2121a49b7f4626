import type { Deployable } from '../preloads/topologies';
import type { Startable } from './staging';
import type { Changed } from './steps';

/** The deployment of a feature in a topology. */
export interface Deployment {
  readonly topology: Startable;
  readonly deployables: readonly Deployable[];
  /** Those of them that the feature changes. */
  readonly changed: readonly Changed[];
  /** The workspace of the new version, built. */
  readonly after: string;
}
