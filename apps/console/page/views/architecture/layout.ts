import type { DrawnArrow, DrawnBox, Drawing } from '../../../api/architecture';

export interface Placed {
  readonly box: DrawnBox;
  /** The modules that share a process, if there are several. */
  readonly modules: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly arrow: DrawnArrow;
  readonly from: Point;
  readonly to: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly height: number;
  readonly boxes: readonly Placed[];
  readonly lines: readonly Line[];
}

const FRONT = 92;
const SERVICE = 132;
const DATABASE = 46;
/** Between one row and the next, for the lines. */
const BETWEEN = 40;
/** Wider than this, a box is only emptier. */
const WIDEST = 250;

/**
 * Places a topology in rows: the process that clients ask, the others beside each other, and under each its database.
 * @param width of the whole (px)
 */
export function laidOut({ boxes, arrows }: Drawing, width: number): Layout {
  const front = boxes.find(({ id }) => arrows.some(({ from, to }) => from === 'client' && to === id))!;
  const others = boxes.filter(({ kind, id }) => kind === 'process' && id !== front.id);
  const columns = others.length > 0 ? inOrder(others, arrows) : [front];
  const gap = width < 480 ? 26 : 44;
  const column = Math.min(WIDEST, (width - gap * (columns.length - 1)) / columns.length);
  const whole = column * columns.length + gap * (columns.length - 1);
  const modulesOf = ({ id }: DrawnBox) => boxes.filter(({ within }) => within === id).map(({ name }) => name);

  const rows: Placed[] = [];
  const below = others.length > 0 ? FRONT + BETWEEN : 0;
  if (others.length > 0) {
    rows.push({ box: front, modules: [], left: 0, top: 0, width: whole, height: FRONT });
  }
  for (const [index, box] of columns.entries()) {
    const left = index * (column + gap);
    rows.push({ box, modules: modulesOf(box), left, top: below, width: column, height: SERVICE });
    const database = boxes.find(({ id }) =>
      arrows.some((one) => isTables(one) && one.from === box.id && one.to === id),
    );
    const top = below + SERVICE + BETWEEN;
    if (database) rows.push({ box: database, modules: [], left, top, width: column, height: DATABASE });
  }
  const drawn = arrows.filter(({ from, to }) => [from, to].every((id) => rows.some(({ box }) => box.id === id)));
  return { height: below + SERVICE + BETWEEN + DATABASE, boxes: rows, lines: linesOf(drawn, rows) };
}

const isTables = ({ kind }: DrawnArrow) => kind === 'tables';

/** The order in which what talks to each other is closest. */
function inOrder(boxes: readonly DrawnBox[], arrows: readonly DrawnArrow[]): DrawnBox[] {
  const lengthOf = (order: readonly DrawnBox[]) => {
    const at = (id: string) => order.findIndex((box) => box.id === id);
    const among = arrows.filter(({ from, to }) => at(from) >= 0 && at(to) >= 0);
    return among.reduce((sum, { from, to }) => sum + Math.abs(at(from) - at(to)), 0);
  };
  return permutationsOf(boxes).reduce((best, order) => (lengthOf(order) < lengthOf(best) ? order : best));
}

const permutationsOf = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) =>
        permutationsOf([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
      );

/** Straight lines: down from row to row, and across between two beside each other, one under the other. */
function linesOf(arrows: readonly DrawnArrow[], rows: readonly Placed[]): Line[] {
  const placeOf = (id: string) => rows.find(({ box }) => box.id === id)!;
  const between = Map.groupBy(arrows, ({ from, to }) => [from, to].sort().join(' '));
  return [...between.values()].flatMap((alike) =>
    alike.map((arrow, index): Line => {
      const [from, to] = [placeOf(arrow.from), placeOf(arrow.to)];
      if (from.top !== to.top) {
        const x = to.left + to.width / 2;
        return { arrow, from: { x, y: from.top + from.height }, to: { x, y: to.top } };
      }
      const y = from.top + (from.height * (index + 1)) / (alike.length + 1);
      return from.left < to.left
        ? { arrow, from: { x: from.left + from.width, y }, to: { x: to.left, y } }
        : { arrow, from: { x: from.left, y }, to: { x: to.left + to.width, y } };
    }),
  );
}
