import { Counter } from 'prom-client';

/** How often this process has given up on a neighbour: about twice a second for as long as one is out of reach. */
export const circuitOpenings = new Counter({
  name: 'circuit_openings_total',
  help: 'Times a circuit breaker has opened, after failures or a failed trial',
  labelNames: ['neighbour'] as const,
  registers: [],
});
