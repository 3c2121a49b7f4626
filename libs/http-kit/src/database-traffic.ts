import { Counter, type Registry } from 'prom-client';

/** The traffic with the database, as its pool counts it: for requests, and in the background. */
export type DatabaseTraffic = Record<'requests' | 'background', Record<keyof typeof METRICS, number>>;

const METRICS = {
  statements: { name: 'db_statements_total', help: 'Statements PostgreSQL has answered' },
  sentBytes: { name: 'db_sent_bytes_total', help: 'Bytes sent to PostgreSQL' },
  receivedBytes: { name: 'db_received_bytes_total', help: 'Bytes received from PostgreSQL' },
};

/** Exposes a pool's counts by purpose: background traffic would blur the cost of requests. */
export function exposeDatabaseTraffic(traffic: DatabaseTraffic, registry: Registry): void {
  for (const count of ['statements', 'sentBytes', 'receivedBytes'] as const) {
    new Counter({
      ...METRICS[count],
      labelNames: ['purpose'],
      registers: [registry],
      collect() {
        this.reset();
        for (const purpose of ['requests', 'background'] as const) this.inc({ purpose }, traffic[purpose][count]);
      },
    });
  }
}
