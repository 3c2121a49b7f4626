import { spawnSync } from 'node:child_process';

/**
 * Prints what of a machine decides which unit tests there are and how they run, so that Nx keeps no result for another
 * one: its kind, whether PostgreSQL must be started under an account of its own, and the nginx that there is to test.
 */
const { NGINX_IMAGE = 'nginx:1.28', PATH } = process.env;

/** What a program says of itself; nothing if there is none. */
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
