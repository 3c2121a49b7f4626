import pc from 'picocolors';
import { PERCENTILES, type Percentile } from '../statistics/histogram';
import { excludes } from '../statistics/paired';
import type { Results } from './results';
import { tableOf } from './table-style';

type Summary = Results['summaries'][number];
type Compared = Results['comparisons'][number];

/** Every figure of an interval with the same number of decimals: as many as its largest deserves. */
function withSigns({ estimate, low, high }: Compared['interval'], unit: string): string {
  const decimals = Math.max(Math.abs(low), Math.abs(high)) < 100 ? 3 : 0;
  const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(decimals)}`;
  return `${signed(estimate)} ${unit} [${signed(low)}, ${signed(high)}]`;
}

const asFactor = ({ estimate, low, high }: Compared['interval']) =>
  `${estimate.toFixed(2)}× [${low.toFixed(2)}, ${high.toFixed(2)}]`;

/** Every arm of every operation: what one reads off a single stack. */
export function summaryTable({ summaries, workloads, settings }: Results): string {
  const percentiles = PERCENTILES.filter((each) => summaries.some(({ response }) => response[`p${each}`] !== null));
  const times = settings.load.loop === 'open' ? percentiles : [];
  const operationOf = new Map(workloads.map(({ name, operation }) => [name, operation]));
  const byWorkload = Map.groupBy(summaries, (summary) => summary.workload);
  const rows = [...byWorkload].flatMap(([workload, arms]) =>
    arms.map((summary, index) => [index === 0 ? operationOf.get(workload)! : '', ...cells(summary, times)]),
  );
  const heads = times.length > 0 ? times.map((percentile) => `p${percentile} ms`) : ['requests/s'];
  return tableOf(['operation', 'arm', ...heads, 'CPU ms/1,000', 'requests', 'failed'], rows, 2);
}

/** The percentiles of an open loop; a closed one (no percentiles) has only its throughput to tell. */
function cells(summary: Summary, percentiles: readonly Percentile[]): string[] {
  const { arm, response, requestsPerSecond, cpuMsPerThousand, requests, failed, dropped } = summary;
  const times = percentiles.map((percentile) => response[`p${percentile}`]?.toFixed(2) ?? '–');
  return [
    arm,
    ...(times.length > 0 ? times : [Math.round(requestsPerSecond).toLocaleString('en')]),
    cpuMsPerThousand?.toFixed(0) ?? '–',
    requests.toLocaleString('en'),
    `${failed + dropped}`,
  ];
}

/** What the experiment was for: one arm against another, with the interval. */
export function comparisonTable({ comparisons, workloads, valid }: Results): string {
  const metrics = [...new Set(comparisons.map(({ metric }) => metric))];
  const rows = workloads.flatMap(({ name, operation }) => {
    const here = comparisons.filter(({ workload }) => workload === name);
    const byPair = Map.groupBy(here, ({ as, base, other }) => `${other} ${as === 'ratio' ? '÷' : '−'} ${base}`);
    return [...byPair].map(([pair, found]) => {
      const figures = metrics.map((metric) => found.find((one) => one.metric === metric));
      return [operation, pair, ...figures.map((one) => (one ? figure(one, valid) : '–'))];
    });
  });
  return tableOf(['operation', 'compared', ...metrics], rows);
}

/** Greyed where it says nothing: in an invalid run, and where the interval includes "no difference". */
function figure({ as, unit, interval }: Compared, valid: boolean): string {
  const text = as === 'ratio' ? asFactor(interval) : withSigns(interval, unit);
  if (!excludes(interval, as === 'ratio' ? 1 : 0)) return pc.dim(`${text} not detectable`);
  return valid ? text : pc.dim(text);
}

/** The conditions the run had to meet. */
export function gateTable({ gates }: Results): string {
  const rows = gates.map(({ name, figure, limit, passed }) => [
    name,
    figure,
    limit,
    passed ? pc.green('ok') : pc.red('FAILED'),
  ]);
  return tableOf(['gate', 'figure', 'allowed', ''], rows);
}
