import { PERCENTILES, type Percentile } from '../../statistics/histogram';
import { casesByConfiguration, tabledCases } from '../reading/cases';
import { count } from '../reading/numbers';
import type { Results } from '../results';
import { tableOf, underHeading } from './table-style';

type Summary = Results['summaries'][number];

/** Every arm of every operation: what one reads off a single stack. */
export function summaryTable(results: Results): string {
  const { summaries, settings } = results;
  const tabled = new Set(tabledCases(results).map(({ name }) => name));
  const shown = summaries.filter(({ workload }) => tabled.has(workload));
  const known = PERCENTILES.filter((each) => shown.some(({ response }) => response[`p${each}`] !== null));
  const times = settings.load.loop === 'open' ? known : [];
  const rows = casesByConfiguration(results).flatMap(({ configuration, cases }) =>
    underHeading(
      configuration,
      cases.flatMap(({ name, operation }) =>
        shown
          .filter(({ workload }) => workload === name)
          .map((summary, index) => [index === 0 ? operation : '', ...cells(summary, times)]),
      ),
    ),
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
    ...(times.length > 0 ? times : [count(requestsPerSecond)]),
    cpuMsPerThousand === null ? '–' : count(cpuMsPerThousand),
    count(requests),
    `${failed + dropped}`,
  ];
}
