import { delimiter } from 'node:path';

/** The search path for programs, including directories for administrators, where distributions put nginx. */
export const searchPath = (): string =>
  [process.env['PATH'], '/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin'].filter(Boolean).join(delimiter);
