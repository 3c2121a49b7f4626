import type { Pool } from 'pg';
import { Gauge, type Metric } from 'prom-client';

/** The connections of a pool, on each scrape: those in use and idle, and the statements that wait for one. */
export const connectionGauge = (pool: Pool): Metric =>
  new Gauge({
    name: 'db_connections',
    help: 'Connections to PostgreSQL, in use or idle, and statements that wait for one',
    labelNames: ['state'] as const,
    registers: [],
    collect() {
      this.set({ state: 'in-use' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
