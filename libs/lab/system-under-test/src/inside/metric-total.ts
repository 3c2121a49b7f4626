import { Failure } from '@jobly/lab/instrument';
import { exchange } from '../exchange';
import type { CountedProcess } from './counters';
import { parseMetrics } from './metrics-text';

/** One of the counters in the processes' metrics, summed over all processes and, unless specified, all labels. */
export async function metricTotal(
  processes: readonly CountedProcess[],
  metric: string,
  counts: (labels: Record<string, string>) => boolean = () => true,
): Promise<number> {
  const totals = await Promise.all(
    processes.map(async ({ name, url }) => {
      const { status, body } = await exchange(url, { method: 'GET', path: '/metrics' });
      if (status !== 200 || typeof body !== 'string') throw new Failure(`${name} at ${url} shows no metrics.`);
      return parseMetrics(body)
        .filter((sample) => sample.name === metric && counts(sample.labels))
        .reduce((sum, { value }) => sum + value, 0);
    }),
  );
  return totals.reduce((sum, total) => sum + total, 0);
}
