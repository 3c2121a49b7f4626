import { count, type Table, threeDigits } from '@jobly/lab/results';
import type { Watched } from '../observe';
import { LIMIT_MS, REPLICA_CPUS, TARGET_SHARE } from '../plan';

/** What one replica of each process takes, and what the rule aims at. */
export const capacityTable = ({ capacities }: Watched): Table => ({
  name: 'capacity',
  title: 'What one replica can take',
  note: `With ${REPLICA_CPUS} CPUs. Measured once a stack, before its first curve: the highest of some rates at which a fleet of one replica each keeps a p99 within ${LIMIT_MS} ms is the capacity of the process that uses most CPU time for a request; that of the others is computed from theirs. Received: requests that the process itself gets for one to the stack. The target is what the rule wants each replica to receive.`,
  head: ['stack', 'process', 'CPU a request', 'received a request', 'capacity', 'target'],
  rows: [...capacities].flatMap(([stack, parts]) =>
    [...parts].map(([part, { cpuMs, received, capacity }]) => [
      stack,
      part,
      `${threeDigits(cpuMs)} ms`,
      threeDigits(received),
      `${count(capacity)}/s`,
      `${count(TARGET_SHARE * capacity * received)}/s`,
    ]),
  ),
  folded: true,
});
