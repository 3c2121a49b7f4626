import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The variables by which every part is started with the preload that can cut its connections, beside what the user gives
 * Node.js; as a URL, because a space ends an argument in NODE_OPTIONS.
 * @param directory of the built launcher
 */
export function severable(
  { NODE_OPTIONS = '' } = process.env,
  directory = import.meta.dirname,
): Record<string, string> {
  const preload = join(resolve(directory), 'preloads/severable.js');
  if (!existsSync(preload)) return {};
  return { NODE_OPTIONS: `${NODE_OPTIONS} --import=${pathToFileURL(preload).href}`.trim() };
}
