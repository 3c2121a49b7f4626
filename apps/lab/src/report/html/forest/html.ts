import type { Results } from '../../results';
import { type Accents, isRepeat } from '../accents';
import { type Finding, type FindingRow, pairOf } from '../findings';
import { type Markup, markup } from '../markup';
import { tickLabel } from '../numbers';
import type { Scale } from '../scale';
import { asSentence, figureOf, sentenceOf } from '../sentence';
import { gridLines, intervalMark, rowClass } from './mark';
import { type ForestPanel, forestPanels } from './panels';

const ROW_HEIGHT = 30;

/** The picture in a row stretches with the page, so places in it are percentages. */
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The forest plot of one run or, row beside row, of several. */
export function forestPlot(runs: readonly Results[], accents: Accents): Markup {
  return markup`${forestPanels(runs).map((panel) => table(panel, accents, runs.length > 1))}`;
}

function table({ axis, label, findings }: ForestPanel, accents: Accents, severalRuns: boolean): Markup {
  return markup`<table class="forest">
<thead><tr><th scope="col">${label}</th><td class="mark">${axisLabels(axis)}</td><th scope="col" class="figure">estimate, 95 % interval</th></tr></thead>
${findings.map((finding) => group(finding, axis, accents, severalRuns))}
</table>`;
}

const axisLabels = (axis: Scale) =>
  markup`<svg width="100%" height="18" aria-hidden="true">${axis.ticks.map(
    (tick) =>
      markup`<text class="tick" x="${percent(axis(tick))}" y="13" text-anchor="middle">${tickLabel(tick)}</text>`,
  )}</svg>`;

function group(finding: Finding, axis: Scale, accents: Accents, severalRuns: boolean): Markup {
  const noise = isRepeat(finding.other) ? ' · the noise of the machine' : '';
  const said = severalRuns ? undefined : markup`<p>${asSentence(sentenceOf(finding))}</p>`;
  return markup`<tbody class="${accents(finding.other)}">
<tr class="head"><th scope="rowgroup" colspan="3">${finding.metric} <span class="pair">${pairOf(finding)}${noise}</span>${said}</th></tr>
${finding.rows.map((row) => rowOf(finding, row, axis, severalRuns))}
</tbody>`;
}

function rowOf(finding: Finding, row: FindingRow, axis: Scale, severalRuns: boolean): Markup {
  const { estimate, interval } = figureOf(finding, row.interval);
  const run = severalRuns ? markup` <a class="run" href="#run-${row.run + 1}">run ${row.run + 1}</a>` : undefined;
  return markup`<tr class="${rowClass(row)}"><th scope="row"><code>${row.operation}</code>${run}</th><td class="mark">${picture(
    gridLines(finding, axis, percent, 0, ROW_HEIGHT),
    intervalMark(row, axis, percent, ROW_HEIGHT / 2),
  )}</td><td class="figure"><b>${estimate}</b> <span>${interval}</span></td></tr>`;
}

const picture = (...marks: Markup[]) =>
  markup`<svg width="100%" height="${ROW_HEIGHT}" aria-hidden="true">${marks}</svg>`;
