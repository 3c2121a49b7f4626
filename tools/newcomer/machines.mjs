import { existsSync } from 'node:fs';

/** A folder's name with what shells, globs, regular expressions and URLs take for their own. */
export const odd = `it's $HOME "50%" #1 [a-z] {b,c} (é) & \`x\` +?`;

const isRoot = process.getuid?.() === 0;
const hasNamespaces = existsSync('/usr/bin/unshare');
const mounting = isRoot && hasNamespaces ? undefined : 'only root can mount';

/** Everything runs in a mount namespace of its own, so that nothing of it is seen outside. */
const mounted = (script) => () => ['unshare', '--mount', 'sh', '-c', `${script} && exec "$@"`, 'sh'];

export const smallMemory = {
  unless: mounting,
  around: mounted('mount -t tmpfs -o size=64m tmpfs /dev/shm'),
};

/**
 * A home of its own, because a user's has what npm needs, and read-only even for root. npm insists on a cache, without
 * which it fails now and then; who cannot write to a home has it elsewhere.
 */
export const closedHome = {
  unless: mounting,
  env: { HOME: '/opt', npm_config_logs_max: '0', npm_config_cache: '/mnt/npm' },
  around: mounted('mount -t tmpfs -o ro tmpfs /opt && mount -t tmpfs tmpfs /mnt'),
};
