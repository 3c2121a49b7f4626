import pc from 'picocolors';
import type { Results } from './results';
import { comparisonTable, gateTable, summaryTable } from './table';

/** The whole report for a terminal. */
export function textReport(results: Results): string {
  const { question, configurations, equivalence } = results;
  return [
    '',
    pc.bold(question),
    ...configurations.map(({ name, description }) => `Configuration "${name}": ${description}.`),
    `Load: ${howLoaded(results)}.`,
    `Machine: ${whereRun(results)}.`,
    ...(equivalence.compared > 0 ? [`Equivalence: ${equivalence.compared} answers compared, all the same.`] : []),
    '',
    summaryTable(results),
    ...notesOn(results),
    '',
    'With 95 % intervals over paired blocks:',
    comparisonTable(results),
    '',
    gateTable(results),
    '',
    verdict(results),
  ].join('\n');
}

function howLoaded({ settings: { load, blocks, blockMs, seed } }: Results): string {
  const how =
    load.loop === 'open'
      ? `open loop, ${load.rate}/s, ${load.arrivals} arrivals`
      : `closed loop, ${load.concurrency} at a time`;
  return `${how}; ${blocks} pairs of blocks of ${blockMs / 1_000} s, interleaved; seed ${seed}`;
}

function whereRun({ machine: { cpus, cpu, system, loadBefore, versions } }: Results): string {
  const busy = loadBefore > cpus / 2 ? `, busy before we began (load ${loadBefore.toFixed(1)})` : '';
  return `${cpus} × ${cpu}, ${system}, Node ${versions['node']}${busy}`;
}

function notesOn({ summaries, settings }: Results): string[] {
  const cpu = summaries.some(({ cpuMsPerThousand }) => cpuMsPerThousand !== null)
    ? "CPU: all processes of the stack and PostgreSQL's backends for its databases, without PostgreSQL's background processes."
    : settings.stacks === 'given'
      ? 'CPU: not known for stacks the lab did not start itself.'
      : 'CPU: this operating system does not tell.';
  const response = settings.load.loop === 'open' ? ['Times run from when a request was due.'] : [];
  return [...response, cpu].map((note) => pc.dim(note));
}

function verdict({ valid, outcome, reasons }: Results): string {
  if (valid) return pc.green('The run is valid: every gate was passed.');
  const what = outcome === 'interrupted' ? 'incomplete' : 'invalid';
  return pc.red(`The run is ${what}. ${reasons.join(' ')}`);
}
