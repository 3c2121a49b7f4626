import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import type { Docker } from '../docker';

/** A container that takes the part of a server: systemd is its first process. */
export interface Machine {
  /** The address that other machines reach it by. */
  address: string;
  /** Runs a script in it, for its effect. */
  do(script: string): Promise<void>;
  /** Puts a file of this machine, or a text, into it. */
  copy(file: string, path: string): Promise<void>;
  write(text: string, path: string): Promise<void>;
  /** Where the outside reaches one of its ports. */
  originOf(port: number): Promise<string>;
}

const IMAGE = 'jobly/machine';
const DOCKERFILE = 'deploy/servers/machine.Dockerfile';

/** Builds the machine's image, from the same base as the images of the apps. */
export const buildMachine = (docker: Docker, { NODE_IMAGE }: NodeJS.ProcessEnv): Promise<void> => {
  const from = NODE_IMAGE ? ['--build-arg', `NODE_IMAGE=${NODE_IMAGE}`] : [];
  return docker.feed(readFileSync(DOCKERFILE, 'utf8'), 'build', '--quiet', ...from, '--tag', IMAGE, '-');
};

/** What systemd needs: to mount, to filter system calls, cgroups for its units, and directories that a start empties. */
const FOR_SYSTEMD = [
  ...['--cap-add', 'SYS_ADMIN', '--cgroupns', 'host', '--volume', '/sys/fs/cgroup:/sys/fs/cgroup'],
  ...['seccomp', 'apparmor', 'systempaths'].flatMap((option) => ['--security-opt', `${option}=unconfined`]),
  ...['--tmpfs', '/run', '--tmpfs', '/run/lock'],
];

/** Docker mounts this file, and a mount cannot be replaced, which is how Ansible edits files. */
const OWN_HOSTS_FILE = 'cp /etc/hosts /run/hosts && umount /etc/hosts && cp /run/hosts /etc/hosts';

const IS_UP = 'systemctl is-system-running | grep -Eqx "running|degraded"';
const UP_DEADLINE_MS = 60_000;

/**
 * Starts a machine, some of whose ports can be reached from here.
 * @throws StartError if systemd does not start in it.
 */
export async function startMachine(
  name: string,
  ports: readonly number[],
  docker: Docker,
  signal: AbortSignal,
): Promise<Machine> {
  const published = ports.flatMap((port) => ['--publish', `127.0.0.1::${port}`]);
  await docker.do('run', '--detach', '--name', name, '--hostname', name, ...FOR_SYSTEMD, ...published, IMAGE);
  const machine: Machine = {
    address: await docker
      .read('inspect', '--format', '{{.NetworkSettings.IPAddress}}', name)
      .then((said) => said.trim()),
    do: (script) => docker.do('exec', name, 'sh', '-euc', script),
    copy: (file, path) => docker.do('cp', file, `${name}:${path}`),
    write: (text, path) => docker.feed(text, 'exec', '--interactive', name, 'sh', '-c', `cat > ${path}`),
    originOf: async (port) => `http://${(await docker.lines('port', name, String(port)))[0]}`,
  };
  await untilUp(machine, signal);
  await machine.do(OWN_HOSTS_FILE);
  return machine;
}

async function untilUp(machine: Machine, signal: AbortSignal): Promise<void> {
  const isUp = () =>
    machine.do(IS_UP).then(
      () => true,
      () => false,
    );
  for (const deadline = performance.now() + UP_DEADLINE_MS; performance.now() < deadline;) {
    if (await isUp()) return;
    await delay(500, undefined, { signal });
  }
  throw new StartError('systemd does not start in a container here; docs/servers.md says what it needs.');
}
