import { Gauge, type Metric } from 'prom-client';
import { ownEvents } from '../contract/document';
import type { Query } from '../data/database';
import { stateByTopic } from './rows';

/** The events in the outbox, and how far consumers are behind, counted on each scrape; every known topic is there. */
export function outboxMetrics(background: Query): Metric[] {
  const none = Array.from(ownEvents.keys(), (topic) => ({ topic, waiting: 0, parked: 0, lag: 0 }));
  /** Without the database there is no number, but all other metrics are still worth having. */
  const states = async () => {
    const stored = await stateByTopic(background).catch(() => undefined);
    return stored ? [...none, ...stored] : [];
  };
  const events = new Gauge({
    name: 'outbox_events',
    help: 'Events in the outbox: waiting for delivery, or parked because nobody takes them',
    labelNames: ['topic', 'state'],
    registers: [],
    async collect() {
      const counts = await states();
      this.reset();
      for (const { topic, waiting, parked } of counts) {
        this.set({ topic, state: 'waiting' }, waiting);
        this.set({ topic, state: 'parked' }, parked);
      }
    },
  });
  const lag = new Gauge({
    name: 'outbox_lag_seconds',
    help: 'How long the oldest event that waits for delivery has waited',
    labelNames: ['topic'],
    registers: [],
    async collect() {
      const lags = await states();
      this.reset();
      for (const { topic, lag: seconds } of lags) this.set({ topic }, seconds ?? 0);
    },
  });
  return [events, lag];
}
