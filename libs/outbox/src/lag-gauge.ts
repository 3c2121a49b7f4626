import type { Sql } from '@jobly/database';
import { Gauge, type Metric } from 'prom-client';
import type { Deliveries } from './dispatch';
import { lagByTopic } from './stored-events';

/** How far consumers are behind, on each scrape: 0 for a topic of which no event waits. */
export const lagGauge = (sql: Sql, deliveries: Deliveries): Metric =>
  new Gauge({
    name: 'outbox_lag_seconds',
    help: 'How long the oldest event that waits for delivery has waited',
    labelNames: ['topic'] as const,
    registers: [],
    async collect() {
      // Without the database there is no number, but all other metrics are still worth having.
      const lags = await lagByTopic(sql).catch(() => undefined);
      this.reset();
      if (!lags) return;
      for (const topic of Object.keys(deliveries)) this.set({ topic }, 0);
      for (const { topic, seconds } of lags) this.set({ topic }, seconds);
    },
  });
