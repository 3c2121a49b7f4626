import { PERCENTILES } from '@jobly/lab/instrument';
import { count, cpuPerThousand, isOpen, milliseconds, type Results, tabledCases, throughput } from '@jobly/lab/results';

type Summary = Results['summaries'][number];

export interface Column {
  head: string;
  /** The metric whose comparisons belong under this column. */
  metric?: string;
  cell: (summary: Summary, open: boolean) => string;
}

/**
 * Percentiles for open loops, requests/s for closed ones, and the columns common to both. Failed and dropped requests
 * have columns where there are any.
 */
export function columnsFor(results: Results): Column[] {
  const cases = tabledCases(results);
  const inOpen = new Set(cases.filter(isOpen).map(({ name }) => name));
  const times = PERCENTILES.filter((each) =>
    results.summaries.some(({ workload, response }) => inOpen.has(workload) && response[`p${each}`] !== null),
  ).map((each) => ({
    head: `p${each}, ms`,
    metric: `response p${each}`,
    cell: ({ response }: Summary, open: boolean) => (open ? milliseconds(response[`p${each}`]) : ''),
  }));
  const rate: Column = {
    head: 'requests/s',
    metric: throughput.name,
    cell: (summary, open) => (open ? '' : servedInWords(summary)),
  };
  return [
    ...times,
    ...(cases.every(isOpen) ? [] : [rate]),
    {
      head: 'CPU ms per 1,000',
      metric: cpuPerThousand.name,
      cell: ({ cpuMsPerThousand }) => (cpuMsPerThousand === null ? '–' : count(cpuMsPerThousand)),
    },
    { head: 'requests', cell: ({ requests }) => count(requests) },
    ...(anyOf(results, ({ failed }) => failed)
      ? [{ head: 'failed', cell: ({ failed }: Summary) => count(failed) }]
      : []),
    ...(anyOf(results, ({ dropped }) => dropped)
      ? [{ head: 'dropped', cell: ({ dropped }: Summary) => count(dropped) }]
      : []),
  ];
}

const anyOf = ({ summaries }: Results, number: (summary: Summary) => number) =>
  summaries.some((one) => number(one) > 0);

/** The requests/s of a closed loop: "≥ 2,100" if the generator may have been the bottleneck. */
export const servedInWords = ({ requestsPerSecond, lowerBound }: Summary) =>
  `${lowerBound ? '≥ ' : ''}${count(requestsPerSecond)}`;
