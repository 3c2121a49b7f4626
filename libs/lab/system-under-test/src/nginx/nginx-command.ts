import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { workspace } from '../workspace';
import type { FoundNginx } from './found-nginx';
import { searchPath } from './search-path';

/** The ways of sharing requests out, as docker/nginx/balancing has them. */
export type Balancing = 'round-robin' | 'least-conn' | 'ip-hash' | 'random-two';

export interface NginxSettings {
  /** Round robin if not given. */
  balancing?: Balancing;
  /** How long answers are kept, "10s" for instance; without it none are. */
  cacheTtl?: string;
  /** Whether there is a line for every request; not if not given. */
  accessLog?: boolean;
  /** How often it is looked whether replicas have changed; 1 if not given. Every look takes some 10 ms of CPU a replica. */
  lookEverySeconds?: number;
}

/** How an nginx is started. */
export interface NginxCommand {
  program: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** The name of the container, where it is one. */
  container?: string;
}

/** Where the list of replicas lies: in the directory that is given. */
export const LIST = 'replicas';

/**
 * Runs start.sh until standard input ends: at the wish of the lab and with the lab itself, however that ends. nginx opens
 * its standard output anew, which works with a pipe and not with the socket that Node hands over.
 */
const WHILE_WANTED = [
  'exec 3<&0',
  '(cat <&3; kill 0) >/dev/null 2>&1 &',
  // Outlives the others of its group, so that its end is that of nginx.
  'trap : TERM',
  'sh "$0" 3<&- </dev/null | cat',
].join('\n');

/** start.sh of docker/nginx, as a container or with what is installed, listening at this port and writing only to `directory`. */
export function nginxCommand(
  found: FoundNginx,
  settings: NginxSettings,
  { port, directory }: { port: number; directory: string },
): NginxCommand {
  const source = join(workspace, 'docker/nginx');
  const variables = (list: string, working: string) => ({
    LISTEN: `127.0.0.1:${port}`,
    REPLICAS: list,
    DIRECTORY: working,
    LOAD_BALANCING: settings.balancing ?? 'round-robin',
    CACHE_TTL: settings.cacheTtl ?? 'off',
    ACCESS_LOG: settings.accessLog ? 'on' : 'off',
    AUTH_RATE_LIMIT: '0',
    TRUST_PROXY: 'false',
    LOOK_EVERY: String(settings.lookEverySeconds ?? 1),
  });

  if (found.kind === 'installed') {
    const env = variables(join(directory, LIST), join(directory, 'run'));
    return {
      program: 'sh',
      args: ['-c', WHILE_WANTED, join(source, 'start.sh')],
      env: { ...process.env, ...env, PATH: searchPath() },
    };
  }
  const container = `jobly-lab-${randomUUID()}`;
  const inside = variables(`/jobly/list/${LIST}`, '/run/nginx');
  const args = [
    ...['run', '--rm', '--interactive', '--name', container, '--label', 'jobly=lab'],
    ...['--network', 'host', '--read-only', '--tmpfs', '/run/nginx'],
    ...['--mount', `type=bind,source=${source},target=/jobly/nginx,readonly`],
    ...['--mount', `type=bind,source=${directory},target=/jobly/list,readonly`],
    ...Object.entries(inside).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...['--entrypoint', 'sh', found.image, '-c', WHILE_WANTED, '/jobly/nginx/start.sh'],
  ];
  return { program: found.engine, args, env: process.env, container };
}
