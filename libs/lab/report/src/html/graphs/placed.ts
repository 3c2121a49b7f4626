import { type EdgeLabel, Graph as LayoutGraph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';
import type { Graph } from '@jobly/lab/results';
import { sizeOfLabels } from './sizes';

type Box = Graph['boxes'][number];
type Arrow = Graph['arrows'][number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Size {
  readonly box: Box;
  readonly left: number;
  readonly top: number;
}

export interface PlacedArrow {
  readonly arrow: Arrow;
  /** From the border of one box to that of the other. */
  readonly points: readonly Point[];
  /** The middle of its labels. */
  readonly label: Point;
}

export interface Layout extends Size {
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
}

const APART = { nodesep: 18, edgesep: 12, ranksep: 26, marginx: 2, marginy: 2 };

/**
 * Places boxes that contain no others, those that need something above what they need, as far as that is possible.
 * @param endOf the box that an arrow is drawn to; by default the one that it names
 */
export function placed(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  sizeOf: (box: Box) => Size,
  endOf: (id: string) => string = (id) => id,
): Layout {
  const graph = new LayoutGraph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', ...APART });
  for (const box of boxes) graph.setNode(box.id, { ...sizeOf(box) });
  for (const [index, { from, to, labels }] of arrows.entries()) {
    graph.setEdge(endOf(from), endOf(to), { ...sizeOfLabels(labels), labelpos: 'c' }, String(index));
  }
  layout(graph);

  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    boxes: boxes.map((box): PlacedBox => {
      const { x = 0, y = 0, width, height } = graph.node(box.id);
      return { box, left: x - width / 2, top: y - height / 2, width, height };
    }),
    arrows: arrows.map((arrow, index): PlacedArrow => {
      const { points = [], x = 0, y = 0 } = graph.edge(endOf(arrow.from), endOf(arrow.to), String(index));
      return { arrow, points, label: { x, y } };
    }),
  };
}
