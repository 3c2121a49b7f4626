import { type CountedProcess, type Labels, metricsOf, sumOf } from './metrics';

/** One of the counters in the processes' metrics, summed over all processes and, unless specified, all labels. */
export async function metricTotal(
  processes: readonly CountedProcess[],
  metric: string,
  counts?: (labels: Labels) => boolean,
): Promise<number> {
  const totals = await Promise.all(processes.map(async (process) => sumOf(await metricsOf(process), metric, counts)));
  return totals.reduce((sum, total) => sum + total, 0);
}
