import { PERCENTILES } from '@jobly/lab/instrument';
import { casesByConfiguration, count, isOpen, type Results, tabledCases } from '@jobly/lab/results';
import { tableOf, underHeading } from './table-style';

type Summary = Results['summaries'][number];

/** Every arm of every operation: the figures of a single stack. */
export function summaryTable(results: Results): string {
  const columns = columnsFor(results);
  const rows = casesByConfiguration(results).flatMap(({ configuration, cases }) =>
    underHeading(
      configuration,
      cases.flatMap((one) =>
        results.summaries
          .filter(({ workload }) => workload === one.name)
          .map((summary, index) => [
            index === 0 ? one.operation : '',
            summary.arm,
            ...columns.map(({ cell }) => cell(summary, isOpen(one))),
          ]),
      ),
    ),
  );
  return tableOf(['operation', 'arm', ...columns.map(({ head }) => head)], rows, 2);
}

interface Column {
  head: string;
  cell: (summary: Summary, open: boolean) => string;
}

/** Percentiles for open loops, requests/s for closed ones, and the columns common to both. */
function columnsFor(results: Results): Column[] {
  const cases = tabledCases(results);
  const inOpen = new Set(cases.filter(isOpen).map(({ name }) => name));
  const times = PERCENTILES.filter((each) =>
    results.summaries.some(({ workload, response }) => inOpen.has(workload) && response[`p${each}`] !== null),
  ).map((each) => ({
    head: `p${each} ms`,
    cell: ({ response }: Summary, open: boolean) => (open ? (response[`p${each}`]?.toFixed(2) ?? '–') : ''),
  }));
  const rate = {
    head: 'requests/s',
    cell: ({ requestsPerSecond }: Summary, open: boolean) => (open ? '' : count(requestsPerSecond)),
  };
  return [
    ...times,
    ...(cases.every(isOpen) ? [] : [rate]),
    {
      head: 'CPU ms/1,000',
      cell: ({ cpuMsPerThousand }) => (cpuMsPerThousand === null ? '–' : count(cpuMsPerThousand)),
    },
    { head: 'requests', cell: ({ requests }) => count(requests) },
    { head: 'failed', cell: ({ failed, dropped }) => `${failed + dropped}` },
  ];
}
