import type { Results } from '@jobly/lab/results';

export type Timeline = Results['timelines'][number];

/** A part of a bin, in counts a second. */
export interface Piece {
  bin: number;
  from: number;
  height: number;
}

/** One above the other: the series in their order, and on top of them what has failed, which has no name. */
export interface Layer {
  name?: string;
  pieces: Piece[];
}

/** Where every series of a timeline lies when they are stacked. */
export function stacked({ binMs, series, failed }: Timeline): Layer[] {
  const perSecond = 1_000 / binMs;
  const heights = failed.map(() => 0);
  return [...series, { name: undefined, counts: failed }].map(({ name, counts }) => ({
    name,
    pieces: counts.map((count, bin) => {
      const from = heights[bin]!;
      const height = count * perSecond;
      heights[bin] = from + height;
      return { bin, from, height };
    }),
  }));
}

/** The middle of the longest time without a moment in which a layer had anything: there is most room for its name. */
export function roomiest({ pieces }: Layer, { marks, binMs }: Timeline): Piece | undefined {
  const crossed = new Set(marks.map(({ ms }) => Math.floor(ms / binMs)));
  let longest: Piece[] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    run = piece.height > 0 && !crossed.has(piece.bin) ? [...run, piece] : [];
    if (run.length > longest.length) longest = run;
  }
  return longest[Math.floor(longest.length / 2)];
}
