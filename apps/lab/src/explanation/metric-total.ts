import { Failure } from '../failure';
import { exchange } from '../targets/exchange';
import type { CountedProcess } from './counters';
import { parseMetrics } from './metrics-text';

/** One of the counters that processes show in their metrics, all labels and processes together. */
export async function metricTotal(processes: readonly CountedProcess[], metric: string): Promise<number> {
  const totals = await Promise.all(
    processes.map(async ({ name, url }) => {
      const { status, body } = await exchange(url, { method: 'GET', path: '/metrics' });
      if (status !== 200 || typeof body !== 'string') throw new Failure(`${name} at ${url} shows no metrics.`);
      return parseMetrics(body).reduce((sum, sample) => (sample.name === metric ? sum + sample.value : sum), 0);
    }),
  );
  return totals.reduce((sum, total) => sum + total, 0);
}
