import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bundled beside the lab by tools/build.mjs; where the lab is not bundled, in its tests, there is none. */
const BUNDLED = join(import.meta.dirname, 'browser', 'calculator.js');

/** The script of a calculator; undefined if the lab is not bundled. */
export const calculatorScript = (): string | undefined =>
  existsSync(BUNDLED) ? readFileSync(BUNDLED, 'utf8') : undefined;
