import { StartError } from '@jobly/contracts';
import type { Docker } from '../docker';

const FORMAT = '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.NodeID}}';

const advice: Record<string, string> = {
  inactive: 'This engine is in no swarm; type "docker swarm init" (on a single machine: --advertise-addr 127.0.0.1).',
  pending: 'This engine is still joining its swarm; wait until "docker info" says that it is active.',
  locked: 'This engine’s swarm is locked; type "docker swarm unlock".',
  error: 'This engine has lost its swarm; "docker info" says why.',
};

/**
 * The id of this node, which manages a swarm.
 * @throws StartError saying what to do if it does not.
 */
export async function requireManager(docker: Docker): Promise<string> {
  const [state = '', isManager, node = ''] = (await docker.read('info', '--format', FORMAT)).trim().split(' ');
  if (state !== 'active') throw new StartError(advice[state] ?? `The swarm is ${state}; "docker info" says more.`);
  if (isManager !== 'true') throw new StartError('This engine is a worker of its swarm; run this on a manager.');
  return node;
}
