import { delimiter } from 'node:path';

/** Where programs are looked for: distributions put nginx where only administrators look. */
export const searchPath = (): string =>
  [process.env['PATH'], '/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin'].filter(Boolean).join(delimiter);
