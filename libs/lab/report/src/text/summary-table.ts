import { casesByConfiguration, isOpen, type Results } from '@jobly/lab/results';
import { columnsFor } from '../figures-columns';
import { tableOf, underHeading } from './table-style';

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
