import { cpuPerThousand, throughput } from '../../analysis/metrics';
import { PERCENTILES } from '../../statistics/histogram';
import type { Results } from '../results';
import type { Accents } from './accents';
import { type Finding, findingsOf, pairOf } from './findings';
import { type Markup, markup } from './markup';
import { count, milliseconds } from './numbers';
import { figureOf } from './sentence';

type Summary = Results['summaries'][number];

interface Column {
  head: string;
  /** The metric of comparisons that belongs under it. */
  metric?: string;
  cell: (summary: Summary) => string;
}

/** Every figure of every arm, and under them what one arm is to the other. */
export function figuresSection(results: Results, accents: Accents): Markup {
  const columns = columnsFor(results);
  const findings = findingsOf([results]);
  return markup`<section class="evidence">
<h3>All figures</h3>
<div class="wide" tabindex="0"><table class="figures">
<thead><tr><th scope="col"></th>${columns.map(({ head }) => markup`<th scope="col">${head}</th>`)}</tr></thead>
${results.workloads.map(({ name, operation }) => {
  const arms = results.summaries.filter(({ workload }) => workload === name);
  return markup`<tbody><tr class="head"><th scope="rowgroup" colspan="${columns.length + 1}"><code>${operation}</code></th></tr>
${arms.map((summary) => armRow(summary, columns, accents))}${pairRows(operation, findings, columns)}</tbody>`;
})}
</table></div>
<p class="note">${notesOn(results)}</p>
</section>`;
}

const armRow = (summary: Summary, columns: readonly Column[], accents: Accents) =>
  markup`<tr><th scope="row" class="name ${accents(summary.arm)}">${summary.arm}</th>${columns.map(
    ({ cell }) => markup`<td>${cell(summary)}</td>`,
  )}</tr>
`;

function pairRows(operation: string, findings: readonly Finding[], columns: readonly Column[]): Markup {
  const here = findings.filter(({ rows }) => rows.some((row) => row.operation === operation));
  const rows = [...Map.groupBy(here, pairOf)].map(
    ([pair, ofPair]) =>
      markup`<tr class="pair"><th scope="row">${pair}</th>${columns.map(({ metric }) =>
        pairCell(
          operation,
          ofPair.find((finding) => finding.metric === metric),
        ),
      )}</tr>
`,
  );
  return markup`${rows}`;
}

function pairCell(operation: string, finding: Finding | undefined): Markup {
  const row = finding?.rows.find((one) => one.operation === operation);
  if (!finding || !row) return markup`<td></td>`;
  const { estimate, interval } = figureOf(finding, row.interval);
  return markup`<td class="${row.detectable ? '' : 'undetectable'}"><b>${estimate}</b><span>${interval}</span></td>`;
}

/** A closed loop has its throughput to tell, and an open one its times. */
function columnsFor({ summaries, settings }: Results): Column[] {
  const known = PERCENTILES.filter((each) => summaries.some(({ response }) => response[`p${each}`] !== null));
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
    ...(settings.load.loop === 'open' ? times : [rate]),
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

function notesOn({ settings, summaries }: Results): string {
  const cpu = summaries.some(({ cpuMsPerThousand }) => cpuMsPerThousand !== null)
    ? 'CPU time is summed over all processes of a stack and the PostgreSQL backends of its databases.'
    : 'CPU time is not known here.';
  const times = settings.load.loop === 'open' ? ' p99 is not printed under 1,000 samples, p99.9 not under 10,000.' : '';
  return `Intervals hold with 95 % confidence, over paired blocks. Grey: the interval includes no difference.${times} ${cpu}`;
}
