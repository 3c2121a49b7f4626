import { StartError } from '@jobly/contracts';
import { read } from '@jobly/deployment';

/** The Docker engine of this machine, and the way to call it. */
export interface Engine {
  /** `docker compose` or `docker-compose`. */
  compose: readonly string[];
  /** The number of CPUs that a container can get. */
  cpus: number;
  /** Compose's variables for building. */
  environment: NodeJS.ProcessEnv;
}

/**
 * Finds the Docker engine, compose in either of its versions, and a builder.
 * @throws StartError saying what is missing and what to do.
 */
export async function findEngine(env: NodeJS.ProcessEnv): Promise<Engine> {
  const cpus = await cpusOfEngine(env);
  const compose = await findCompose(env);
  const hasBuildKit = await succeeds(['docker', 'buildx', 'version'], env);
  return {
    compose,
    cpus,
    // If compose is told to use BuildKit where it is missing, it fails instead of falling back to the classic builder.
    environment: hasBuildKit ? {} : { DOCKER_BUILDKIT: '0', COMPOSE_DOCKER_CLI_BUILD: '0' },
  };
}

/**
 * The number of CPUs that a container can get.
 * @throws StartError if there is no engine, or none that answers.
 */
export const cpusOfEngine = async (env: NodeJS.ProcessEnv): Promise<number> =>
  Number(await read(['docker', 'info', '--format', '{{.NCPU}}'], { env }).catch(explainNoEngine));

async function findCompose(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  for (const compose of [['docker', 'compose'], ['docker-compose']]) {
    if (await succeeds([...compose, 'version'], env)) return compose;
  }
  throw new StartError('Docker is here, but not compose; install docker-compose-plugin, or docker-compose 1.29.');
}

const succeeds = (command: string[], env: NodeJS.ProcessEnv) =>
  read(command, { env }).then(
    () => true,
    () => false,
  );

function explainNoEngine(error: unknown): never {
  const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
  if (code === 'ENOENT') {
    throw new StartError('There is no docker here; install Docker (https://docs.docker.com/get-started/get-docker/).');
  }
  const said = stderr.trim().split('\n').at(-1) ?? '';
  throw new StartError(
    /permission denied/i.test(stderr)
      ? 'You may not talk to the Docker engine; join the group "docker", or run this as root.'
      : `The Docker engine does not answer (${said}); start it (Docker Desktop, or: sudo systemctl start docker).`,
  );
}
