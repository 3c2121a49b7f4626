import { Failure } from '@jobly/lab/instrument';
import { exchange } from '../exchange';
import { parseMetrics, type Sample } from './metrics-text';

/** One process of a stack, and the address of its metrics. */
export interface CountedProcess {
  name: string;
  url: string;
}

export type Labels = Record<string, string>;

/**
 * The metrics of a process.
 * @throws Failure where it shows none
 */
export async function metricsOf({ name, url }: CountedProcess): Promise<Sample[]> {
  const { status, body } = await exchange(url, { method: 'GET', path: '/metrics' });
  if (status !== 200 || typeof body !== 'string') throw new Failure(`${name} at ${url} shows no metrics.`);
  return parseMetrics(body);
}

/** One of the counters, summed over all labels, or over some. */
export const sumOf = (samples: readonly Sample[], metric: string, counts: (labels: Labels) => boolean = () => true) =>
  samples.reduce((total, { name, labels, value }) => (name === metric && counts(labels) ? total + value : total), 0);

/** Requests that are not the application's. */
const ROUTES_APART = new Set(['/metrics', '/health/live', '/health/ready']);

/** Whether a counter of HTTP requests counts the application's, and neither scrapes nor health checks. */
export const ofTheApplication = ({ route = '' }: Labels) => !ROUTES_APART.has(route);

/** Whether a counter of statements counts those that a request has caused, and not polling. */
export const ofRequests = ({ purpose }: Labels) => purpose === 'requests';
