import { type Figures, intervalInWords, responseP99, roundedMs } from '@jobly/lab/results';

/** The latency that a closed loop hides by waiting for the server. */
export function hiddenByWaiting({ comparisons, summaries }: Figures): string | undefined {
  const found = comparisons.find(({ metric, as }) => metric === responseP99.name && as === 'difference');
  if (!found || found.interval.low <= 0) return undefined;
  const { base, other, interval, workload } = found;
  const p99Of = (arm: string) =>
    summaries.find((one) => one.workload === workload && one.arm === arm)?.response.p99 ?? null;
  const [seen, truth] = [p99Of(base), p99Of(other)];
  if (seen === null || truth === null) return undefined;
  const { estimate, low, high } = interval;
  return `The ${base} reports a p99 of ${roundedMs(seen)}, the ${other} one of ${roundedMs(truth)}: waiting for answers hid ${roundedMs(estimate)} (${intervalInWords({ low, high })}) of what users meet.`;
}
