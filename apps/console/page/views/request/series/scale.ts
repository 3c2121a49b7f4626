/** A logarithmic axis. */
export interface LogScale {
  /** The place of a value. */
  at(value: number): number;
  /** Round values of it, with labels where there is room. */
  readonly ticks: readonly { readonly value: number; readonly isLabelled: boolean }[];
}

/** From 1, 2 or 5 times a power of ten to the next above all values, as wide as given. */
export function logScale(values: readonly number[], width: number): LogScale {
  const least = values.reduce((least, value) => Math.min(least, value), Infinity);
  const most = values.reduce((most, value) => Math.max(most, value), 0);
  const round = Number.isFinite(least) && least > 0 ? roundBetween(least, most) : [1, 10];
  const [low, high] = [Math.log(round[0]!), Math.log(round.at(-1)!)];
  const at = (value: number) => (width * (Math.log(value) - low)) / (high - low);
  let free = -Infinity;
  const ticks = round.map((value) => {
    const isLabelled = at(value) >= free;
    if (isLabelled) free = at(value) + ROOM;
    return { value, isLabelled };
  });
  return { at, ticks };
}

/** For a label (px). */
const ROOM = 36;

function roundBetween(least: number, most: number): number[] {
  const all = Array.from({ length: 16 }, (_, power) =>
    [1, 2, 5].map((factor) => Number(`${factor}e${power - 6}`)),
  ).flat();
  const from = all.findLastIndex((value) => value <= least);
  const to = all.findIndex((value) => value >= most);
  return all.slice(Math.max(0, from), Math.max(from + 1, to) + 1);
}
