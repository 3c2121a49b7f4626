import { asSentence, figureOf, type Results, sentenceOf, tickLabel } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import type { Scale } from '../scale';
import { type ForestGroup, forestGroups, type ForestLine } from './groups';
import { gridLines, intervalMark, rowClass } from './mark';
import { type ForestPanel, forestPanels } from './panels';

const ROW_HEIGHT = 30;

/** The share of the narrowest picture that half a label takes. */
const EDGE = 0.05;

/** The picture in a row stretches with the page, so positions in it are percentages. */
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The forest plot of one run or, row beside row, of several. */
export function forestPlot(runs: readonly Results[], accents: Accents): Markup {
  return markup`${forestPanels(runs).map((panel) => table(panel, accents, runs.length > 1))}`;
}

function table({ axis, label, findings }: ForestPanel, accents: Accents, severalRuns: boolean): Markup {
  return markup`<table class="forest">
<thead><tr><th scope="col">${label}</th><td class="mark">${axisLabels(axis)}</td><th scope="col" class="figure">estimate, 95 % interval</th></tr></thead>
${forestGroups(findings).map((group) => groupOf(group, axis, accents, severalRuns))}
</table>`;
}

const axisLabels = (axis: Scale) =>
  markup`<svg width="100%" height="18" aria-hidden="true">${axis.ticks.map(
    (tick) =>
      markup`<text class="tick" x="${percent(axis(tick))}" y="13" text-anchor="${anchorAt(axis(tick))}">${tickLabel(tick)}</text>`,
  )}</svg>`;

/** Labels at the ends stay within the picture, which cuts off whatever leaves it. */
const anchorAt = (share: number) => (share < EDGE ? 'start' : share > 1 - EDGE ? 'end' : 'middle');

function groupOf({ metric, common, by, lines }: ForestGroup, axis: Scale, accents: Accents, severalRuns: boolean) {
  const told = by === 'operation' && !severalRuns ? asSentence(sentenceOf(lines[0]!.finding)) : undefined;
  return markup`<tbody>
<tr class="head"><th scope="rowgroup" colspan="3">${metric} <span class="pair">${common}</span>${told && markup`<p>${told}</p>`}</th></tr>
${lines.map((line) => rowOf(line, by, axis, accents, severalRuns))}
</tbody>`;
}

function rowOf(
  { finding, row, label }: ForestLine,
  by: ForestGroup['by'],
  axis: Scale,
  accents: Accents,
  severalRuns: boolean,
): Markup {
  const { estimate, interval } = figureOf(finding, row);
  const run = severalRuns ? markup` <a class="run" href="#run-${row.run + 1}">run ${row.run + 1}</a>` : undefined;
  const name = by === 'operation' ? markup`<code>${label}</code>` : markup`<span>${label}</span>`;
  return markup`<tr class="${accents(finding.other)} ${rowClass(row)}"><th scope="row">${name}${run}</th><td class="mark">${picture(
    gridLines(finding, axis, percent, 0, ROW_HEIGHT),
    intervalMark(row, axis, percent, ROW_HEIGHT / 2),
  )}</td><td class="figure"><b>${estimate}</b> <span>${interval}</span></td></tr>
`;
}

const picture = (...marks: Markup[]) =>
  markup`<svg width="100%" height="${ROW_HEIGHT}" aria-hidden="true">${marks}</svg>`;
