/** The least replicas of everything but databases: one may be gone. */
export const MIN_REPLICAS = 2;
export const MAX_REPLICAS = 6;

/** CPUs and MiB of a topology's part, shared by all that are of its kind: as in the compose files. */
const TOTAL = {
  server: { cpus: 2, memory: 1_024 },
  database: { cpus: 0.9, memory: 768 },
  proxy: { cpus: 0.3, memory: 256 },
};

/**
 * The share of one pod. Every topology has the same CPU in all while each process has its least replicas; memory is per
 * replica. The limit is the request, so that a figure does not depend on what else the node does.
 * @param kinds how many processes of this kind the topology has.
 */
export function shareOf(kind: keyof typeof TOTAL, kinds = 1) {
  const { cpus, memory } = TOTAL[kind];
  const replicas = kind === 'database' ? 1 : MIN_REPLICAS;
  const share = { cpu: `${Math.floor((cpus * 1_000) / kinds / replicas)}m`, memory: `${Math.floor(memory / kinds)}Mi` };
  return { requests: share, limits: share };
}
