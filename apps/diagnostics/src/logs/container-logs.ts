import { type ChildProcess, spawn } from 'node:child_process';
import { linesIn } from '@jobly/trace-store';

interface ContainerLog {
  name: string;
  lines: AsyncIterable<string>;
}

/**
 * The logs of the containers of `npm run docker`, those that have ended included; none without an engine. It asks the
 * engine itself, because compose 1 and 2 print logs differently.
 */
export async function* containerLogs(docker: string): AsyncGenerator<ContainerLog> {
  const label = 'label=com.docker.compose.project=jobly';
  const ids = outputOf(docker, ['ps', '--all', '--filter', label, '--format', '{{.ID}} {{.Names}}']);
  for await (const line of ids) {
    const [id = '', name = ''] = line.split(' ');
    yield { name, lines: outputOf(docker, ['logs', id]) };
  }
}

/** The lines that docker prints; none if it cannot be run. */
async function* outputOf(docker: string, args: string[]): AsyncGenerator<string> {
  const child = spawn(docker, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = endOf(child);
  try {
    yield* linesIn(child.stdout);
    await ended;
  } finally {
    child.kill();
  }
}

const endOf = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('error', () => resolve()).once('close', () => resolve());
  });
