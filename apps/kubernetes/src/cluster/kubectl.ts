import { StartError } from '@jobly/contracts';
import { quietly, read } from '@jobly/deployment';

/** kubectl, and the cluster that it talks to. */
export interface Kubectl {
  /** The name of the cluster's context in kubectl's configuration. */
  context: string;
  /** Runs a command for its output. */
  read(...command: string[]): Promise<string>;
  /** Runs a command for its effect; `input` is for `--filename -`. */
  do(command: string[], input?: string): Promise<void>;
}

/** The first version that takes everything in the manifests by default: a preStop that sleeps. */
const OLDEST_MINOR = 30;

/**
 * Finds kubectl and a cluster that is new enough.
 * @throws StartError saying what is missing and what to do.
 */
export async function findKubectl(env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Kubectl> {
  const said = await read(['kubectl', 'version', '--output', 'json'], { env }).catch(explain);
  const { serverVersion } = JSON.parse(said) as { serverVersion?: { major: string; minor: string } };
  const { major = '', minor = '' } = serverVersion ?? {};
  if (Number(major) === 1 && Number.parseInt(minor) < OLDEST_MINOR) {
    throw new StartError(`The cluster runs Kubernetes ${major}.${minor}; it must be 1.${OLDEST_MINOR} or newer.`);
  }
  const context = (await read(['kubectl', 'config', 'current-context'], { env })).trim();
  return {
    context,
    read: (...command) => read(['kubectl', ...command], { env }),
    do: (command, input) => quietly(['kubectl', ...command], { env, signal, ...(input !== undefined && { input }) }),
  };
}

function explain(error: unknown): never {
  const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
  if (code === 'ENOENT') {
    throw new StartError('There is no kubectl here; install it (https://kubernetes.io/docs/tasks/tools/).');
  }
  const reason = stderr.trim().split('\n').at(-1) ?? '';
  throw new StartError(
    `kubectl reaches no cluster (${reason}); start one (kind create cluster), or choose one (kubectl config use-context).`,
  );
}
