import { StartError } from '@jobly/contracts';
import { read } from './command';

export interface Container {
  id: string;
  service: string;
  /** Which of the service's replicas. */
  number: string;
  status: 'created' | 'restarting' | 'running' | 'removing' | 'paused' | 'exited' | 'dead';
  exitCode: number;
  /** How often it was started again after it had ended by itself. */
  restarts: number;
  /** Of those whose health is checked. */
  health?: string;
  startedAt: Date;
  /** Long ago for one that has never ended. */
  finishedAt: Date;
}

const LABEL = 'com.docker.compose';

/** Those of some services of a project; asked of Docker itself, which answers ten times as fast as compose. */
export async function containersOf(project: string, services: readonly string[]): Promise<Container[]> {
  const filter = ['--all', '--quiet', '--filter', `label=${LABEL}.project=${project}`];
  const ids = (await read(['docker', 'ps', ...filter])).split('\n').filter(Boolean);
  if (ids.length === 0) return [];
  const found = await read(['docker', 'inspect', ...ids]).catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  // One of them has been taken away meanwhile.
  if (found === undefined) return containersOf(project, services);
  return (JSON.parse(found) as Inspected[])
    .map(({ Id, Config: { Labels }, State, RestartCount }) => ({
      id: Id,
      service: Labels[`${LABEL}.service`] ?? '',
      number: Labels[`${LABEL}.container-number`] ?? '',
      status: State.Status,
      exitCode: State.ExitCode,
      restarts: RestartCount,
      ...(State.Health && { health: State.Health.Status }),
      startedAt: new Date(State.StartedAt),
      finishedAt: new Date(State.FinishedAt),
    }))
    .filter(({ service }) => services.includes(service));
}

const isGone = (error: unknown) => /no such object/i.test((error as { stderr?: string }).stderr ?? '');

/** The part of what `docker inspect` says that is looked at. */
interface Inspected {
  Id: string;
  Config: { Labels: Record<string, string> };
  RestartCount: number;
  State: {
    Status: Container['status'];
    ExitCode: number;
    StartedAt: string;
    FinishedAt: string;
    Health?: { Status: string };
  };
}

/** Whether it ends again and again, however often it is started. */
export const failsAgain = ({ restarts }: Container) => restarts > 1;

/** One that has ended badly since then, for good or again and again. */
export const findFailed = (containers: readonly Container[], since: Date) =>
  containers.find((container) => {
    const { status, exitCode, finishedAt } = container;
    return finishedAt > since && ((status === 'exited' && exitCode !== 0) || failsAgain(container));
  });

/** @param what has become of it. */
export async function failureOf({ id, service, number }: Container, what: string): Promise<StartError> {
  return new StartError(`${service} ${number} ${what}:\n${(await logOf(id, '--tail', '10')).trimEnd()}`);
}

/** What a container has said, on whichever of the two streams. */
export const logOf = (id: string, ...options: string[]) =>
  read(['sh', '-c', 'docker logs "$@" 2>&1', 'docker-logs', ...options, id]);
