import { casesByConfiguration, count, repeatsIn, type Results, withOnePostgres } from '@jobly/lab/results';
import { tableOf, underHeading } from './table-style';

/** The CPU time of each arm, process by process. */
export function cpuTable(results: Results): string {
  const repeats = repeatsIn(results);
  const rows = casesByConfiguration(results).flatMap(({ configuration, cases }) =>
    underHeading(
      configuration,
      cases.flatMap(({ name, operation }) =>
        results.summaries
          .filter(({ workload, arm, cpuByProcess }) => workload === name && cpuByProcess && !repeats.has(arm))
          .map(({ arm, cpuByProcess }, index) => [index === 0 ? operation : '', arm, inParts(cpuByProcess!, results)]),
      ),
    ),
  );
  return tableOf(['operation', 'arm', 'CPU ms/1,000 by process'], rows);
}

/** "gateway 640 · jobs 580 · PostgreSQL 396": the largest first, and none that rounds to nothing. */
const inParts = (byProcess: Record<string, number>, results: Results) =>
  withOnePostgres(byProcess, results)
    .filter(({ amount }) => amount >= 0.5)
    .sort((one, other) => other.amount - one.amount)
    .map(({ name, amount }) => `${name.replace(/ service$/, '')} ${count(amount)}`)
    .join(' · ');

/** The traffic that one request causes between the processes and with PostgreSQL. */
export function costTable({ costs }: Results): string {
  const byOperation = Map.groupBy(costs, ({ operation }) => operation);
  const rows = [...byOperation].flatMap(([operation, ofArms]) =>
    ofArms.map(({ arm, statements, calls, bytes }, index) => [
      index === 0 ? operation : '',
      arm,
      statements?.toFixed(1) ?? '–',
      calls?.toFixed(1) ?? '–',
      bytes === null ? '–' : count(bytes),
    ]),
  );
  return tableOf(
    ['per request', 'arm', 'SQL statements', 'calls between processes', 'bytes between processes'],
    rows,
    2,
  );
}

/** "Peak memory of the monolith: 210 MiB (monolith 180, PostgreSQL 30)." for each stack. */
export function memoryLines({ memory, databases }: Results): string[] {
  return [...Map.groupBy(memory, ({ stack }) => stack)].map(([stack, processes]) => {
    const byProcess = Object.fromEntries(processes.map(({ process, peakMiB }) => [process, peakMiB]));
    const parts = withOnePostgres(byProcess, { databases });
    const total = parts.reduce((sum, { amount }) => sum + amount, 0);
    const named = parts.map(({ name, amount }) => `${name} ${count(amount)}`).join(', ');
    return `Peak memory of ${stack}: ${count(total)} MiB (${named}).`;
  });
}
