import {
  casesByConfiguration,
  figureOf,
  type Finding,
  findingsOf,
  isOpen,
  overWhat,
  pairKey,
  pairOf,
  type Results,
} from '@jobly/lab/results';
import type { Accents } from './accents';
import { type Column, columnsFor } from '../figures-columns';
import { type Markup, markup } from './markup';

type Summary = Results['summaries'][number];

/** Every figure of every arm, and under them the comparisons between arms. */
export function figuresSection(results: Results, accents: Accents): Markup | undefined {
  if (results.summaries.length === 0) return undefined;
  const columns = columnsFor(results);
  const findings = findingsOf([results]);
  const groups = casesByConfiguration(results).flatMap(({ configuration, cases }) =>
    cases.map((one) => {
      const { name, operation } = one;
      const arms = results.summaries.filter(({ workload }) => workload === name);
      const where = configuration === undefined ? undefined : markup`<span>${configuration}</span>`;
      return markup`<tbody><tr class="head"><th scope="rowgroup" colspan="${columns.length + 1}"><code>${operation}</code>${where}</th></tr>
${arms.map((summary) => armRow(summary, isOpen(one), columns, accents))}${pairRows(name, findings, columns)}</tbody>`;
    }),
  );
  return markup`<section class="evidence">
<h3>All figures</h3>
<div class="wide" tabindex="0"><table class="figures">
<thead><tr><th scope="col"></th>${columns.map(({ head }) => markup`<th scope="col">${head}</th>`)}</tr></thead>
${groups}
</table></div>
<p class="note">${notesOn(results)}</p>
</section>`;
}

const armRow = (summary: Summary, open: boolean, columns: readonly Column[], accents: Accents) =>
  markup`<tr><th scope="row" class="name ${accents(summary.arm)}">${summary.arm}</th>${columns.map(
    ({ cell }) => markup`<td>${cell(summary, open)}</td>`,
  )}</tr>
`;

function pairRows(workload: string, findings: readonly Finding[], columns: readonly Column[]): Markup {
  const here = findings.filter(({ rows }) => rows.some((row) => row.workload === workload));
  const rows = [...Map.groupBy(here, pairKey).values()].map(
    (ofPair) =>
      markup`<tr class="pair"><th scope="row">${pairOf(ofPair[0]!)}</th>${columns.map(({ metric }) =>
        pairCell(
          workload,
          ofPair.find((finding) => finding.metric === metric),
        ),
      )}</tr>
`,
  );
  return markup`${rows}`;
}

function pairCell(workload: string, finding: Finding | undefined): Markup {
  const row = finding?.rows.find((one) => one.workload === workload);
  if (!finding || !row) return markup`<td></td>`;
  const { estimate, interval } = figureOf(finding, row);
  return markup`<td class="${row.detectable ? '' : 'undetectable'}"><b>${estimate}</b><span>${interval}</span></td>`;
}

function notesOn(results: Results): string {
  const { workloads, summaries } = results;
  const cpu = summaries.some(({ cpuMsPerThousand }) => cpuMsPerThousand !== null)
    ? 'CPU time is summed over all processes of a stack and the PostgreSQL backends of its databases.'
    : 'CPU time is not known here.';
  const times = workloads.some(isOpen) ? ' p99 is not printed under 1,000 samples, p99.9 not under 10,000.' : '';
  return `Intervals hold with 95 % confidence, ${overWhat([results])}. Grey: the interval includes no difference.${times} ${cpu}`;
}
