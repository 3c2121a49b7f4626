import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A module that the lab loads into a process before the application, for behaviour that no setting of the applications
 * offers.
 */
export type Preload =
  | 'switchable-authentication'
  | 'held-back'
  | 'slowed'
  | 'recorded'
  | 'named-replicas'
  | 'listed-replicas'
  | 'collected'
  | 'plain-calls';

/**
 * Passed as an import that precedes the application's own; as a URL, because a space ends an argument in NODE_OPTIONS.
 */
export const preloaded = (preload: Preload): { NODE_OPTIONS: string } => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'preloads', `${preload}.js`)).href}`,
});
