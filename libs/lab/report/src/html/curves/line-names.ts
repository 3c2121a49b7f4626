import { wrapped } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { px } from './frame';

export interface LineEnd {
  arm: string;
  x: number;
  y: number;
}

const LINE_HEIGHT = 13;
const GAP = 3;

/** More lines would have neither room for their names nor colours of their own. */
export const MOST_LINES = 6;

/** In characters; there is no room for more. */
const LONGEST = 10;

/** The name of every line at its end, pushed down where two would overlap. */
export function lineNames(ends: readonly LineEnd[], accents: Accents): Markup {
  let free = -Infinity;
  const names = ends
    .toSorted((one, other) => one.y - other.y)
    .map(({ arm, x, y }) => {
      const words = wrapped(arm, LONGEST);
      const top = Math.max(y - (words.length * LINE_HEIGHT) / 2, free);
      free = top + words.length * LINE_HEIGHT + GAP;
      return markup`<text class="name ${accents(arm)}">${words.map(
        (word, index) => markup`<tspan x="${px(x + 7)}" y="${px(top + LINE_HEIGHT * index + 10)}">${word}</tspan>`,
      )}</text>`;
    });
  return markup`${names}`;
}
