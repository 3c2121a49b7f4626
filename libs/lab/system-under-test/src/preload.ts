import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the lab loads into a process before the application, for what no setting of the applications can do. */
export type Preload = 'no-authentication' | 'secret-as-string' | 'no-keep-alive' | 'held-back';

/** Handed over as an import that comes before the application's own; as a URL, for NODE_OPTIONS ends at a space. */
export const preloaded = (preload: Preload): { NODE_OPTIONS: string } => ({
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'preloads', `${preload}.js`)).href}`,
});
