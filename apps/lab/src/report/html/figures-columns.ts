import { cpuPerThousand, throughput } from '../../analysis/metrics';
import { PERCENTILES } from '../../statistics/histogram';
import { count, milliseconds } from '../reading/numbers';
import type { Results } from '../results';

type Summary = Results['summaries'][number];

export interface Column {
  head: string;
  /** The metric of comparisons that belongs under it. */
  metric?: string;
  cell: (summary: Summary) => string;
}

/** A closed loop has its throughput to tell, and an open one its times. */
export function columnsFor(shown: readonly Summary[], { load }: Results['settings']): Column[] {
  const known = PERCENTILES.filter((each) => shown.some(({ response }) => response[`p${each}`] !== null));
  const times = known.map((each) => ({
    head: `p${each}, ms`,
    metric: `response p${each}`,
    cell: ({ response }: Summary) => milliseconds(response[`p${each}`]),
  }));
  const rate: Column = {
    head: 'requests/s',
    metric: throughput.name,
    cell: ({ requestsPerSecond }) => count(requestsPerSecond),
  };
  return [
    ...(load.loop === 'open' ? times : [rate]),
    {
      head: 'CPU ms per 1,000',
      metric: cpuPerThousand.name,
      cell: ({ cpuMsPerThousand }) => (cpuMsPerThousand === null ? '–' : count(cpuMsPerThousand)),
    },
    { head: 'requests', cell: ({ requests }) => count(requests) },
    { head: 'failed', cell: ({ failed }) => count(failed) },
    { head: 'dropped', cell: ({ dropped }) => count(dropped) },
  ];
}
