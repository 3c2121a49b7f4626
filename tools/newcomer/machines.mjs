import { existsSync } from 'node:fs';

/** A folder name with characters that are special to shells, globs, regular expressions and URLs. */
export const odd = `it's $HOME "50%" #1 [a-z] {b,c} (é) & \`x\` +?`;

const isRoot = process.getuid?.() === 0;
const hasNamespaces = existsSync('/usr/bin/unshare');
const mounting = isRoot && hasNamespaces ? undefined : 'only root can mount';

/** Everything runs in a mount namespace of its own, so that nothing of it is visible outside. */
const mounted = (script) => () => ['unshare', '--mount', 'sh', '-c', `${script} && exec "$@"`, 'sh'];

export const smallMemory = {
  unless: mounting,
  around: mounted('mount -t tmpfs -o size=64m tmpfs /dev/shm'),
};

/**
 * A home directory of its own, because the user's contains things that npm needs, and read-only even for root. npm's
 * cache is elsewhere: npm fails now and then without one.
 */
export const closedHome = {
  unless: mounting,
  env: { HOME: '/opt', npm_config_logs_max: '0', npm_config_cache: '/mnt/npm' },
  around: mounted('mount -t tmpfs -o ro tmpfs /opt && mount -t tmpfs tmpfs /mnt'),
};
