import type { Graph } from '@jobly/lab/results';
import { px } from '../curves/frame';
import { type Markup, markup } from '../markup';
import { laidOut } from './layout';
import type { PlacedArrow, PlacedBox, Point } from './placed';
import { LINE, titleOf } from './sizes';

/** A picture may shrink to this share of its size on a narrow page; beyond that it scrolls. */
const LEAST = 0.9;

/** Boxes and arrows, at the places that the layout gives them. */
export function drawn(graph: Graph): Markup {
  const { width, height, boxes, arrows } = laidOut(graph);
  return markup`<svg class="graph" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" style="min-width: ${px(LEAST * width)}px" role="img" aria-label="${inWords(graph)}">
${arrows.map(lineAt)}
${boxes.map((placed) => boxAt(placed, graph))}
${arrows.map(labelsAt)}
</svg>`;
}

/** "orders → stock: call (find, reserve)." */
function inWords({ boxes, arrows }: Graph): string {
  const nameOf = (id: string) => boxes.find((box) => box.id === id)?.name ?? id;
  const sentences = arrows.map(({ from, to, kind, labels }) => {
    const what = labels.length > 0 ? ` (${labels.join(', ')})` : '';
    return `${nameOf(from)} → ${nameOf(to)}: ${kind}${what}.`;
  });
  return sentences.join(' ');
}

/** The height of the ellipse at either end of a cylinder. */
const ROUND = 6;

function boxAt({ box, left, top, width, height }: PlacedBox, { boxes }: Graph): Markup {
  const isFrame = boxes.some(({ within }) => within === box.id);
  const middle = px(left + width / 2);
  const baseline = isFrame ? top + LINE : top + LINE + 3 + (box.kind === 'database' ? 2 * ROUND : 0);
  const shape =
    box.kind === 'database'
      ? cylinder({ x: left, y: top }, width, height)
      : markup`<rect x="${px(left)}" y="${px(top)}" width="${px(width)}" height="${px(height)}" rx="${box.kind === 'client' ? 12 : 3}"/>`;
  const details = box.details.map(
    (line, index) => markup`<text x="${middle}" y="${px(baseline + LINE * (index + 1))}">${line}</text>`,
  );
  return markup`<g class="${isFrame ? 'frame' : box.kind}">${shape}<text class="title" x="${middle}" y="${px(baseline)}">${titleOf(box)}</text>${details}</g>
`;
}

function cylinder({ x, y }: Point, width: number, height: number): Markup {
  const half = px(width / 2);
  const side = px(height - 2 * ROUND);
  const start = `M${px(x)} ${px(y + ROUND)}`;
  return markup`<path d="${start}a${half} ${ROUND} 0 0 1 ${px(width)} 0v${side}a${half} ${ROUND} 0 0 1 -${px(width)} 0z"/><path d="${start}a${half} ${ROUND} 0 0 0 ${px(width)} 0"/>`;
}

function lineAt({ arrow: { kind }, points }: PlacedArrow): Markup {
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
  return markup`<g class="${kind}"><path d="${line}"/>${kind === 'tables' ? undefined : headAt(points)}</g>
`;
}

/** Over all lines, so that none crosses a name. */
function labelsAt({ arrow: { labels }, label }: PlacedArrow): Markup[] {
  const top = label.y - (LINE * labels.length) / 2;
  return labels.map(
    (text, index) =>
      markup`<text class="over" x="${px(label.x)}" y="${px(top + LINE * (index + 1) - 4)}">${text}</text>`,
  );
}

/** A triangle at the end of a line. */
function headAt(points: readonly Point[]): Markup | undefined {
  const [before, end] = points.slice(-2);
  if (!before || !end) return undefined;
  const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
  return markup`<path class="head" d="M0 0L-9 -4.5L-9 4.5z" transform="translate(${px(end.x)} ${px(end.y)}) rotate(${px(angle)})"/>`;
}
