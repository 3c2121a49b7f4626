import { allOrNone, startServer, type Together } from '@jobly/lab/instrument';
import type { Target } from '@jobly/lab/system-under-test';

/** Starts a proxy before a service, with all that works behind it. */
export const startProxy = (service: Target): Promise<Together<{ proxy: Target }>> =>
  allOrNone(async (keep) => {
    const { origin, pid } = keep(await startServer('proxy-server', { SERVICE_URL: service.origin }));
    const behind = service.processes!;
    return { proxy: { origin, processes: { ...behind, pids: { proxy: pid, ...behind.pids } } } };
  });
