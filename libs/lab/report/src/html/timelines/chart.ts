import { letterOf, tickLabel } from '@jobly/lab/results';
import { type Axis, type Frame, frameOf, framed, px, type Size } from '../curves/frame';
import { type Markup, markup } from '../markup';
import { linearScale } from '../scale';
import { PANEL_HEIGHT, panelChart } from './panel';
import { type Layer, type Piece, roomiest, stacked, type Timeline } from './stacked';

/** The number of colours for parts in the style sheet. */
const COLOURS = 8;

/** The counts, bin by bin: columns stacked from the series, failures on top, and lines at the moments. */
export function timelineChart(timeline: Timeline, said: string, size: Size): Markup {
  const { binMs, marks } = timeline;
  const layers = stacked(timeline);
  const most = Math.max(1, ...layers.at(-1)!.pieces.map(({ from, height }) => from + height));
  const across = timeAxisOf(timeline);
  const up = axisOf(most, '/s');
  const frame = frameOf(across, up, size);
  const columns = layers.map(
    ({ name, pieces }, index) =>
      markup`<g class="${name === undefined ? 'lost' : `part-${index % COLOURS}`}">${pieces
        .filter(({ height }) => height > 0)
        .map((piece) => columnOf(frame, piece, binMs))}</g>`,
  );
  const names = layers.map((layer) => nameOf(frame, layer, timeline));
  const moments = marks.map(({ ms }, index) => momentAt(frame, ms, letterOf(index)));
  return framed(across, up, frame, said, markup`${columns}${names}${moments}`);
}

/** Its other quantities, one under the other. */
export const panelCharts = (timeline: Timeline, { width }: Size): Markup[] =>
  (timeline.panels ?? []).map((panel) => panelChart(panel, timeAxisOf(timeline), width));

/** The chart with its panels beneath it, as one drawing. */
export function timelineDrawing(timeline: Timeline, said: string, size: Size): { drawn: Markup; size: Size } {
  const panels = panelCharts(timeline, size).map(
    (panel, index) => markup`<g transform="translate(0 ${size.height + index * PANEL_HEIGHT})">${panel}</g>`,
  );
  return {
    drawn: markup`${timelineChart(timeline, said, size)}${panels}`,
    size: { ...size, height: size.height + panels.length * PANEL_HEIGHT },
  };
}

const timeAxisOf = ({ failed, binMs }: Timeline) => axisOf((failed.length * binMs) / 1_000, 's');

/** An axis from zero. */
function axisOf(most: number, name: string): Axis {
  const scale = linearScale(0, most);
  return { scale, ticks: scale.ticks.map((at) => ({ at, label: tickLabel(at) })), name };
}

function columnOf(frame: Frame, { bin, from, height }: Piece, binMs: number): Markup {
  const left = frame.x((bin * binMs) / 1_000);
  const right = frame.x(((bin + 1) * binMs) / 1_000);
  const top = frame.y(from + height);
  return markup`<rect x="${px(left)}" y="${px(top)}" width="${px(right - left - 0.7)}" height="${px(frame.y(from) - top)}"/>`;
}

function nameOf(frame: Frame, layer: Layer, timeline: Timeline): Markup | undefined {
  const room = roomiest(layer, timeline);
  if (layer.name === undefined || !room) return undefined;
  const x = frame.x(((room.bin + 0.5) * timeline.binMs) / 1_000);
  const y = frame.y(room.from + room.height / 2);
  return markup`<text class="inside" x="${px(x)}" y="${px(y + 4)}" text-anchor="middle">${layer.name}</text>`;
}

function momentAt(frame: Frame, ms: number, letter: string): Markup {
  const x = px(frame.x(ms / 1_000));
  return markup`<line class="moment" x1="${x}" x2="${x}" y1="18" y2="${px(frame.bottom)}"/><text class="letter" x="${x}" y="14" text-anchor="middle">${letter}</text>`;
}
