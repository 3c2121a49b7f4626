import type { Sql } from '@jobly/database';
import { Gauge, type Metric } from 'prom-client';
import type { Deliveries } from './dispatch';
import { countByTopic } from './stored-events';

/** The events in the outbox by topic and state, counted on each scrape. Every known topic is there from the start. */
export const eventGauge = (sql: Sql, deliveries: Deliveries): Metric =>
  new Gauge({
    name: 'outbox_events',
    help: 'Events in the outbox: waiting for delivery, or parked because nobody takes them',
    labelNames: ['topic', 'state'] as const,
    registers: [],
    async collect() {
      // Without the database there is no number, but all other metrics are still worth having.
      const counts = await countByTopic(sql).catch(() => undefined);
      this.reset();
      if (!counts) return;
      const none = Object.keys(deliveries).map((topic) => ({ topic, waiting: 0, parked: 0 }));
      for (const { topic, waiting, parked } of [...none, ...counts]) {
        this.set({ topic, state: 'waiting' }, waiting);
        this.set({ topic, state: 'parked' }, parked);
      }
    },
  });
