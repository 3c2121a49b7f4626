import type { Account } from '../../../api/request';
import type { PartState } from '../../../api/state';

/** A process, or the client, in the units of the drawing. */
export interface Box {
  readonly name: string;
  /** The modules that share the process; none if its name says which. */
  readonly modules: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isUsed: boolean;
}

/** A call, and how long it was waited for. */
export interface Arrow {
  readonly from: Box;
  readonly to: Box;
  readonly ms: number;
}

const COLUMNS = { client: { x: 0, width: 56 }, front: { x: 136, width: 92 }, services: { x: 306, width: 92 } };
const GAP = 20;
const heightOf = (modules: readonly string[]) => 40 + (modules.length > 1 ? 16 * modules.length : 0);

/** The processes of a stack as boxes: the client, what it talks to, and the services behind that. */
export function pathOf(parts: readonly PartState[], clientMs: number, account: Account) {
  const [front, ...services] = parts as [PartState, ...PartState[]];
  const partOf = (process: string) =>
    parts.find(({ name }) => name === process) ??
    services.find(({ modules }) => modules.some((module) => module === process)) ??
    front;
  const used = new Set(namesIn(account).map(partOf));
  const height = Math.max(
    services.reduce((sum, { modules }) => sum + heightOf(modules) + GAP, -GAP),
    heightOf(front.modules),
  );
  const centred = (part: PartState): Box => boxOf(part, COLUMNS.front, (height - heightOf(part.modules)) / 2);
  const boxOf = ({ name, modules }: PartState, column: { x: number; width: number }, y: number): Box => {
    const shown = modules.length > 1 ? modules : [];
    return { name, modules: shown, ...column, y, height: heightOf(modules), isUsed: used.has(partOf(name)) };
  };
  let y = 0;
  const below = services.map((part) => {
    const box = boxOf(part, COLUMNS.services, y);
    y += box.height + GAP;
    return box;
  });
  const clientHeight = heightOf([]);
  const client: Box = {
    ...{ name: 'client', modules: [], ...COLUMNS.client, y: (height - clientHeight) / 2, height: clientHeight },
    isUsed: true,
  };
  const boxes = [centred(front), ...below];
  const hostOf = (process: string) => boxes.find(({ name }) => name === partOf(process).name)!;
  const arrows: Arrow[] = [
    { from: client, to: boxes[0]!, ms: clientMs },
    ...callsIn(account).map(({ from, to, ms }) => ({ from: hostOf(from), to: hostOf(to), ms })),
  ];
  const last = services.length > 0 ? COLUMNS.services : COLUMNS.front;
  return { boxes: [client, ...boxes], arrows, width: last.x + last.width, height };
}

const namesIn = ({ name, neighbours }: Account): string[] => [name, ...neighbours.flatMap(namesIn)];

/** Who asked whom, and how long it waited (ms); of several neighbours each is known only by its own time. */
function callsIn({ name, phases, neighbours }: Account): { from: string; to: string; ms: number }[] {
  return neighbours.flatMap((neighbour) => [
    { from: name, to: neighbour.name, ms: neighbours.length === 1 ? phases.downstream : neighbour.total },
    ...callsIn(neighbour),
  ]);
}
