import { fileURLToPath } from 'node:url';

/** The workspace's own directory, seen from here and from the bundle, which stands as deep. */
export const workspace = fileURLToPath(new URL('../../../', import.meta.url));
