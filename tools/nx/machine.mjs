import { spawnSync } from 'node:child_process';

/**
 * Prints the properties of a machine that decide which unit tests exist and how they run, so that Nx does not reuse a
 * result from another machine: its platform, whether PostgreSQL must be started under an account of its own, and the
 * nginx that can be tested.
 */
const { NGINX_IMAGE = 'nginx:1.28', PATH } = process.env;

/** A program's own output; nothing if it does not exist. */
function answerOf(program, ...args) {
  const env = { ...process.env, PATH: `${PATH}:/usr/local/sbin:/usr/sbin:/opt/homebrew/bin` };
  const { stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8', timeout: 5_000 });
  return `${stdout ?? ''}${stderr ?? ''}`;
}

const machine = {
  kind: [process.platform, process.arch, process.getuid?.() === 0],
  nginx: answerOf('nginx', '-v'),
  image: answerOf('docker', 'image', 'inspect', '--format', '{{.Id}}', NGINX_IMAGE),
};
process.stdout.write(JSON.stringify(machine));
