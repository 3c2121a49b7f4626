import type { CompanyEvents } from '@jobly/contracts';
import type { Worker } from '@jobly/http-kit';
import type { Metric } from 'prom-client';

/** A neighbour's data, shared in one of the ways. */
export interface Shared<Views> {
  /**
   * What readers are shown. It may be wrong for as long as the way allows, so whoever writes something that lasts asks
   * the neighbour itself.
   */
  views: Views;
  /** Handlers of companies' events that do the same as these, and keep the way informed. */
  informedBy(events: CompanyEvents): CompanyEvents;
  metrics: Metric[];
  /** What works for it in the background. */
  workers: Worker[];
}
