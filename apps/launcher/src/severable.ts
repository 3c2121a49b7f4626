import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PRELOAD = join(import.meta.dirname, 'preloads/severable.js');

/**
 * The variables by which every part is started with the preload that can cut its connections, beside what the user gives
 * Node.js; as a URL, because a space ends an argument in NODE_OPTIONS.
 */
export function severable({ NODE_OPTIONS = '' } = process.env): Record<string, string> {
  if (!existsSync(PRELOAD)) return {};
  return { NODE_OPTIONS: `${NODE_OPTIONS} --import=${pathToFileURL(PRELOAD).href}`.trim() };
}
