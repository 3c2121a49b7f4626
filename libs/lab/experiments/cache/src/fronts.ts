import { allOrNone, type Together } from '@jobly/lab/instrument';
import { armName } from '@jobly/lab/runner';
import {
  type FoundNginx,
  inBatches,
  type Nginx,
  type Stacks,
  startNginx,
  type Target,
} from '@jobly/lab/system-under-test';
import { STACKS, type Ttl, ttls } from './ttls';

/** An nginx in front of one of the stacks. */
export interface Front {
  /** The name of its arm. */
  name: string;
  stack: (typeof STACKS)[number];
  ttl: Ttl;
  nginx: Nginx;
}

/** The addresses of the stacks do not change, so nginx need not look them up again during a run. */
const NEVER_S = 3_600;

/** Starts an nginx for every stack and TTL. */
export const startFronts = (
  stacks: Stacks,
  found: FoundNginx,
  { accessLog }: { accessLog: boolean },
  signal: AbortSignal,
): Promise<Together<Front[]>> => {
  const all = STACKS.flatMap((stack) => ttls.map((ttl) => ({ stack, ttl })));
  return allOrNone((keep) =>
    inBatches(all.length, all, async ({ stack, ttl }): Promise<Front> => {
      const replicas = [new URL(stacks[stack].origin).host];
      const cacheTtl = ttl.seconds === 0 ? {} : { cacheTtl: `${ttl.seconds}s` };
      const options = { replicas, accessLog, lookEverySeconds: NEVER_S, ...cacheTtl };
      return { name: armName(stack, ttl.name), stack, ttl, nginx: keep(await startNginx(found, options, signal)) };
    }),
  );
};

/** The stack together with the nginx in front of it. */
export const targetOf = ({ stack, nginx }: Front, stacks: Stacks): Target => {
  const { processes, endpoints } = stacks[stack];
  return {
    origin: nginx.origin,
    ...(processes && { processes: { ...processes, pids: { ...nginx.processes(), ...processes.pids } } }),
    ...(endpoints && { endpoints }),
  };
};
