import { Counter, Gauge, type Metric } from 'prom-client';
import type { Findings } from './audit';

interface FollowerMetrics {
  metrics: Metric[];
  /** Notes that an audit has ended. */
  note: (findings: Findings) => void;
}

/** What is known of a read model from its audits. How late events are is a metric of their owner's outbox. */
export function followerMetrics(copies: string): FollowerMetrics {
  const of = { labelNames: ['copies'], registers: [] };
  const records = new Gauge({ name: 'read_model_records', help: 'Records at the last audit', ...of });
  const audits = new Counter({ name: 'read_model_audits_total', help: 'Audits that went through', ...of });
  const repairs = new Counter({
    name: 'read_model_repairs_total',
    help: 'Copies that an audit found missing, wrong or left over',
    ...of,
  });
  let verifiedAt = NaN;
  const age = new Gauge({
    name: 'read_model_age_seconds',
    help: 'Time since the last audit; not a number before the first',
    ...of,
    collect() {
      this.set({ copies }, (performance.now() - verifiedAt) / 1_000);
    },
  });
  return {
    metrics: [records, audits, repairs, age],
    note({ records: count, repaired }) {
      verifiedAt = performance.now();
      records.set({ copies }, count);
      audits.inc({ copies });
      repairs.inc({ copies }, repaired);
    },
  };
}
