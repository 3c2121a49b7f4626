import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contracts } from './fixture/contracts.fixture';
import { libraries } from './fixture/libraries.fixture';
import { processes } from './fixture/processes.fixture';

/**
 * A small workspace, without a `.git`: a shop of two modules, orders and stock, once as one process (`whole`) and once
 * as two behind a gateway (`split`).
 */
export const shop: Readonly<Record<string, string>> = { ...contracts, ...libraries, ...processes };

/** Writes a workspace into a new temporary directory. */
export function writtenWorkspace(files: Readonly<Record<string, string>> = shop) {
  const root = mkdtempSync(join(tmpdir(), 'workspace-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** The shop with one file changed: every `before` in it becomes `after`. */
export function shopWith(path: string, before: string, after: string): Record<string, string> {
  const text = shop[path];
  if (!text?.includes(before)) throw new Error(`The shop's ${path} has no ${before}`);
  return { ...shop, [path]: text.replaceAll(before, after) };
}
