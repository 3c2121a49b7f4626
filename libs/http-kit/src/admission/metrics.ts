import { Counter, Gauge } from 'prom-client';

const limits = new Map<string, () => number>();

const refusals = new Counter({
  name: 'admission_refusals_total',
  help: 'Requests refused because too many were at work',
  labelNames: ['what'] as const,
  registers: [],
});

const limit = new Gauge({
  name: 'admission_limit',
  help: 'The most requests at work at a time, as adapted',
  labelNames: ['what'] as const,
  registers: [],
  collect() {
    for (const [what, current] of limits) this.set({ what }, current());
  },
});

/** The limits of this process's admissions, and how many requests they have refused. */
export const admissionMetrics = [limit, refusals];

export const countRefusal = (what: string): void => refusals.inc({ what });

export function showLimit(what: string, current: () => number): void {
  limits.set(what, current);
  // Initialised, so that a scrape shows 0 before the first refusal.
  refusals.inc({ what }, 0);
}
