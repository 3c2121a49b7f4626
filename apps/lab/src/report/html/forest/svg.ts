import type { Results } from '../../results';
import { accentsFor, type Accents } from '../accents';
import { type Finding, type FindingRow, pairOf } from '../findings';
import { type Markup, markup, trusted } from '../markup';
import { tickLabel } from '../numbers';
import type { Scale } from '../scale';
import { figureOf } from '../sentence';
import { verdictOf } from '../verdict';
import { gridLines, intervalMark, rowClass } from './mark';
import { type ForestPanel, forestPanels } from './panels';
import { PICTURE_STYLE } from './svg-style';
import { wrapped } from './wrapped';

const WIDTH = 800;
const PLOT = { left: 250, right: 620 };
const ROW = 24;
const LINE = 20;

/** Places in the picture are pixels. */
const x = (share: number) => (PLOT.left + share * (PLOT.right - PLOT.left)).toFixed(1);

/** The forest plot as a picture that stands alone, for a README: readable on a light and on a dark page. */
export function renderForest(results: Results): string {
  const accents = accentsFor([results]);
  const lines = wrapped(verdictOf(results), 105);
  let y = LINE * lines.length + 12;
  const panels = forestPanels([results]).map((panel) => {
    const top = y;
    y += heightOf(panel);
    return panelAt(panel, top, accents);
  });
  const title = lines.map((line, index) => markup`<text class="title" x="0" y="${LINE * index + 15}">${line}</text>`);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-label="${verdictOf(results)}">
<style>${trusted(PICTURE_STYLE)}</style>
${title}
${panels}
</svg>
`.toString();
}

const HEAD = ROW + 4;
const AXIS = 26;

const heightOf = ({ findings }: ForestPanel) =>
  findings.reduce((height, { rows }) => height + HEAD + rows.length * ROW, 0) + AXIS;

function panelAt({ axis, label, findings }: ForestPanel, top: number, accents: Accents): Markup {
  let y = top;
  const groups = findings.map((finding) => {
    const at = y;
    y += HEAD + finding.rows.length * ROW;
    return group(finding, axis, at, accents);
  });
  return markup`${groups}${axis.ticks.map(
    (tick) =>
      markup`<text class="small" x="${x(axis(tick))}" y="${y + 15}" text-anchor="middle">${tickLabel(tick)}</text>`,
  )}<text class="small" x="0" y="${y + 15}">${label}, 95 % intervals</text>`;
}

function group(finding: Finding, axis: Scale, top: number, accents: Accents): Markup {
  const bottom = top + HEAD + finding.rows.length * ROW;
  return markup`<g class="${accents(finding.other)}">
<text class="head" x="0" y="${top + 20}">${finding.metric}<tspan class="small" dx="8">${pairOf(finding)}</tspan></text>
${gridLines(finding, axis, x, top + HEAD, bottom)}
${finding.rows.map((row, index) => rowAt(finding, row, axis, top + HEAD + (index + 0.5) * ROW))}
</g>`;
}

function rowAt(finding: Finding, row: FindingRow, axis: Scale, y: number): Markup {
  const { estimate, interval } = figureOf(finding, row.interval);
  return markup`<g class="${rowClass(row)}"><text class="code" x="0" y="${y + 4}">${row.operation}</text>${intervalMark(
    row,
    axis,
    x,
    y,
  )}<text class="figure" x="690" y="${y + 4}" text-anchor="end">${estimate}</text><text class="small" x="${WIDTH}" y="${
    y + 4
  }" text-anchor="end">${interval}</text></g>
`;
}
