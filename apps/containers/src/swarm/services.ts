import type { Docker } from '../docker';
import { namespaceOf } from './namespace';

/** A service of a deployed stack. */
export interface SwarmService {
  /** With the name of the stack, as the swarm knows it. */
  name: string;
  image: string;
  replicas: number;
  /** The progress of the latest update, if there has been one. */
  update?: { state: string; message: string };
}

/** The used part of `docker service inspect`'s output. */
interface Inspected {
  Spec: {
    Name: string;
    Mode: { Replicated: { Replicas: number } };
    TaskTemplate: { ContainerSpec: { Image: string } };
  };
  UpdateStatus?: { State: string; Message: string };
}

/** The services of a stack; none if it is not deployed. */
export async function servicesOf(stack: string, docker: Docker): Promise<SwarmService[]> {
  const ids = await docker.lines('service', 'ls', '--quiet', '--filter', namespaceOf(stack));
  if (ids.length === 0) return [];
  return (JSON.parse(await docker.read('service', 'inspect', ...ids)) as Inspected[]).map(({ Spec, UpdateStatus }) => ({
    name: Spec.Name,
    image: Spec.TaskTemplate.ContainerSpec.Image,
    replicas: Spec.Mode.Replicated.Replicas,
    ...(UpdateStatus?.State && { update: { state: UpdateStatus.State, message: UpdateStatus.Message } }),
  }));
}

/** One attempt to run a replica. */
export interface Task {
  id: string;
  image: string;
  /** Whether it should run; otherwise it has ended, or is about to. */
  isWanted: boolean;
  /** "Running 3 seconds ago" */
  state: string;
  error: string;
}

/** The tasks of a service, the newest of each replica first. */
export async function tasksOf(service: string, docker: Docker): Promise<Task[]> {
  const format = ['--no-trunc', '--format', '{{.ID}}\t{{.Image}}\t{{.DesiredState}}\t{{.CurrentState}}\t{{.Error}}'];
  const lines = await docker.lines('service', 'ps', ...format, service);
  return lines.map((line) => {
    const [id = '', image = '', desired = '', state = '', error = ''] = line.split('\t');
    return { id, image, isWanted: desired === 'Running', state, error };
  });
}
