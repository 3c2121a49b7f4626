import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { workspace } from '../workspace';
import type { FoundNginx } from './found-nginx';
import { searchPath } from './search-path';

/** The balancing methods, as docker/nginx/balancing has them. */
export type Balancing = 'round-robin' | 'least-conn' | 'ip-hash' | 'random-two';

export interface NginxSettings {
  /** Round robin by default. */
  balancing?: Balancing;
  /** The TTL of cached answers, for instance "10s"; without it nothing is cached. */
  cacheTtl?: string;
  /** Whether there is a log line for every request; off by default. */
  accessLog?: boolean;
  /**
   * The interval between checks for changed replicas; 1 by default. Every check takes some 10 ms of CPU per replica.
   */
  lookEverySeconds?: number;
}

/** The command that starts nginx. */
export interface NginxCommand {
  program: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** The name of the container, if it is one. */
  container?: string;
}

/** The name of the list of replicas within the given directory. */
export const LIST = 'replicas';

/**
 * Runs start.sh until standard input ends, which happens at the lab's request and at the end of the lab itself,
 * whatever ends it. nginx reopens its standard output, which works with a pipe and not with the socket that Node
 * passes.
 */
const WHILE_WANTED = [
  'exec 3<&0',
  '(cat <&3; kill 0) >/dev/null 2>&1 &',
  // Outlives the others of its group, so that its end means nginx's end.
  'trap : TERM',
  'sh "$0" 3<&- </dev/null | cat',
].join('\n');

/**
 * The command for start.sh of docker/nginx, as a container or with the installed program, listening at this port and
 * writing only to `directory`.
 */
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
