import type { Results } from '@jobly/lab/results';

export type Timeline = Results['timelines'][number];

/** A part of a bin, in counts a second. */
export interface Piece {
  bin: number;
  from: number;
  height: number;
}

/** Layers on top of each other: the series in their order, and on top of them the failures, which have no name. */
export interface Layer {
  name?: string;
  pieces: Piece[];
}

/** The positions of a timeline's series when they are stacked. */
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

/**
 * The middle of the longest stretch between two moments in which a layer is not empty: it has the most room for its
 * name.
 */
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
