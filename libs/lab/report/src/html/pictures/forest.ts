import { figureOf, type Results, tickLabel, verdictOf } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type ForestGroup, forestGroups, type ForestLine } from '../forest/groups';
import { gridLines, intervalMark, rowClass } from '../forest/mark';
import { type ForestPanel, forestPanels } from '../forest/panels';
import { type Markup, markup } from '../markup';
import type { Scale } from '../scale';
import { type Picture, picture } from './picture';

const WIDTH = 800;
const PLOT = { left: 250, right: 620 };
const ROW = 24;
const HEAD = ROW + 4;
const AXIS = 26;

/** Positions in the picture are pixels. */
const x = (share: number) => (PLOT.left + share * (PLOT.right - PLOT.left)).toFixed(1);

/** The comparisons between arms, with the verdict as the title. None if nothing was compared. */
export function forestPicture(results: Results, accents: Accents): Picture[] {
  let y = 0;
  const panels = forestPanels([results]).map((panel) => {
    const groups = forestGroups(panel.findings);
    const top = y;
    y += groups.reduce((height, { lines }) => height + HEAD + lines.length * ROW, 0) + AXIS;
    return panelAt(panel, groups, top, accents);
  });
  if (panels.length === 0) return [];
  return [
    picture(results, 'forest', {
      title: verdictOf(results),
      notes: [],
      width: WIDTH,
      height: y,
      drawn: markup`${panels}`,
    }),
  ];
}

function panelAt({ axis, label }: ForestPanel, groups: readonly ForestGroup[], top: number, accents: Accents): Markup {
  let y = top;
  const drawn = groups.map((group) => {
    const at = y;
    y += HEAD + group.lines.length * ROW;
    return groupAt(group, axis, at, accents);
  });
  const columns = markup`<text class="small" x="${WIDTH}" y="${top + 20}" text-anchor="end">estimate, 95 % interval</text>`;
  return markup`${columns}${drawn}${axis.ticks.map(
    (tick) =>
      markup`<text class="small" x="${x(axis(tick))}" y="${y + 15}" text-anchor="middle">${tickLabel(tick)}</text>`,
  )}<text class="small" x="0" y="${y + 15}">${label}</text>`;
}

function groupAt({ metric, common, by, lines }: ForestGroup, axis: Scale, top: number, accents: Accents): Markup {
  const [first, bottom] = [top + HEAD, top + HEAD + lines.length * ROW];
  return markup`<text class="head" x="0" y="${top + 20}">${metric}<tspan class="small" dx="8">${common}</tspan></text>
${gridLines(lines[0]!.finding, axis, x, first, bottom)}
${lines.map((line, index) => lineAt(line, by, axis, first + (index + 0.5) * ROW, accents))}`;
}

function lineAt({ finding, row, label }: ForestLine, by: ForestGroup['by'], axis: Scale, y: number, accents: Accents) {
  const { estimate, interval } = figureOf(finding, row);
  return markup`<g class="${accents(finding.other)} ${rowClass(row)}"><text class="${by === 'operation' ? 'code' : 'small'}" x="0" y="${
    y + 4
  }">${label}</text>${intervalMark(row, axis, x, y)}<text class="figure" x="690" y="${
    y + 4
  }" text-anchor="end">${estimate}</text><text class="small" x="${WIDTH}" y="${y + 4}" text-anchor="end">${interval}</text></g>
`;
}
