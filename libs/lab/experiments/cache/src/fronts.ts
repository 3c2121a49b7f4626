import { type FoundNginx, type Nginx, type Stacks, startNginx, type Target } from '@jobly/lab/system-under-test';
import { armName, STACKS, type Ttl, ttls } from './ttls';

/** An nginx in front of one of the stacks. */
export interface Front {
  /** Of its arm. */
  name: string;
  stack: (typeof STACKS)[number];
  ttl: Ttl;
  nginx: Nginx;
}

/** The stacks stay where they are: nginx need not look for them again while a run lasts. */
const NEVER_S = 3_600;

/** Starts an nginx for every stack and time to live; if one fails, all are stopped again. */
export async function startFronts(
  stacks: Stacks,
  found: FoundNginx,
  { accessLog }: { accessLog: boolean },
  signal: AbortSignal,
): Promise<Front[]> {
  const started = await Promise.allSettled(
    STACKS.flatMap((stack) =>
      ttls.map(async (ttl): Promise<Front> => {
        const replicas = [new URL(stacks[stack].origin).host];
        const cacheTtl = ttl.seconds === 0 ? {} : { cacheTtl: `${ttl.seconds}s` };
        const nginx = await startNginx(found, { replicas, accessLog, lookEverySeconds: NEVER_S, ...cacheTtl }, signal);
        return { name: armName(stack, ttl), stack, ttl, nginx };
      }),
    ),
  );
  const fronts = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (!failed) return fronts;
  await stopFronts(fronts);
  throw failed.reason;
}

/** Stops them all. */
export async function stopFronts(fronts: readonly Front[]): Promise<void> {
  await Promise.all(fronts.map(({ nginx }) => nginx.stop()));
}

/** The stack with what is in front of it. */
export const targetOf = ({ stack, nginx }: Front, stacks: Stacks): Target => {
  const { processes, endpoints } = stacks[stack];
  return {
    origin: nginx.origin,
    ...(processes && { processes: { ...processes, pids: { ...nginx.processes(), ...processes.pids } } }),
    ...(endpoints && { endpoints }),
  };
};
