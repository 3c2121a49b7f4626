import { isOpen, overWhat, type Results, stateOf } from '@jobly/lab/results';
import pc from 'picocolors';
import { capacityTable } from './capacity-table';
import { comparisonTable } from './comparison-table';
import { conditionLines } from './conditions';
import { costTable, cpuTable, memoryLines } from './cost-tables';
import { gateTable } from './gate-table';
import { prose } from './prose';
import { summaryTable } from './summary-table';
import { supplementTables } from './supplement-tables';
import { timelineTables } from './timeline-tables';
import { waterfallTables } from './waterfall-tables';

/** The whole report for a terminal. */
export function textReport(results: Results): string {
  const { summaries, costs, comparisons, gates } = results;
  const capacity = capacityTable(results);
  return [
    `\n${pc.bold(prose(results.question))}\n${conditionLines(results).map(prose).join('\n')}`,
    ...(summaries.length > 0 ? [[summaryTable(results), ...notesOn(results)].join('\n')] : []),
    ...(capacity === undefined ? [] : [capacity]),
    ...(comparisons.length > 0 ? [`${prose(intervalsOf(results))}\n${comparisonTable(results)}`] : []),
    ...waterfallTables(results),
    ...supplementTables(results),
    ...timelineTables(results),
    ...(summaries.some(({ cpuByProcess }) => cpuByProcess) ? [cpuTable(results)] : []),
    ...(costs.length > 0 ? [costTable(results)] : []),
    ...(results.memory.length > 0 ? [memoryLines(results).map(prose).join('\n')] : []),
    ...(gates.length > 0 ? [gateTable(results)] : []),
    verdict(results),
  ].join('\n\n');
}

const intervalsOf = (results: Results) =>
  `With 95 % intervals ${overWhat([results])}; ≈ where the interval includes no difference, so that none is detectable:`;

function notesOn({ summaries, settings, workloads }: Results): string[] {
  const cpu = summaries.some(({ cpuMsPerThousand }) => cpuMsPerThousand !== null)
    ? "CPU: processes of the stack and PostgreSQL's backends for its databases, without PostgreSQL's background processes. What no request reached is left out, as docs/measuring.md says."
    : settings.stacks === 'started'
      ? 'CPU: this operating system does not tell.'
      : 'CPU: not known for what the lab did not start itself.';
  const response = workloads.some(isOpen) ? ['Times run from when a request was due.'] : [];
  return [...response, cpu].map((note) => pc.dim(prose(note)));
}

function verdict(results: Results): string {
  const { valid, gates, reasons, conclusion } = results;
  const found = conclusion.verdict;
  if (valid)
    return `${pc.bold(prose(found))}\n${pc.green(gates.length > 0 ? 'The run is valid: every gate was passed.' : 'The run is complete.')}`;
  return `${pc.dim(prose(`Were it valid, it would say: ${found}`))}\n${pc.red(prose(`The run is ${stateOf(results)}. ${reasons.join(' ')}`))}`;
}
