import type { Results } from '@jobly/lab/results';
import { type Markup, markup } from './markup';

export interface Part {
  name: string;
  amount: number;
}

/** The class that gives a part its colour. */
export type PartColours = (part: string) => string;

/** The number of colours for parts in the style sheet. */
const COLOURS = 8;

/** Gives each part a colour of its own, as long as there are enough; the databases of one PostgreSQL share theirs. */
export function coloursFor(
  parts: readonly string[],
  { databases }: Pick<Results, 'databases'> = { databases: [] },
): PartColours {
  const hueOf = (part: string) => (databases.includes(part) ? 'PostgreSQL' : part);
  const hues = [...new Set(parts.map(hueOf))];
  return (part) => `part-${hues.indexOf(hueOf(part)) % COLOURS}`;
}

export interface Bar {
  name: string;
  /** The class with the colour of the arm. */
  accent: string;
  /** All parts together, in words. */
  total: string;
  parts: readonly Part[];
}

/** A bar made of its parts, scaled to the longest bar. Negative parts cannot be drawn. */
export function stackedBar({ name, accent, total, parts }: Bar, longest: number, colourOf: PartColours): Markup {
  let from = 0;
  const pieces = drawable(parts).map((part) => {
    const piece = markup`<rect class="${colourOf(part.name)}" x="${percent(from / longest)}" width="${percent(part.amount / longest)}" height="22"/>`;
    from += part.amount;
    return piece;
  });
  return markup`<div class="bar"><p class="name ${accent}">${name} <b>${total}</b></p>
<svg width="100%" height="22" aria-hidden="true">${pieces}</svg></div>`;
}

/** The names and figures of a bar's parts. */
export const legend = (parts: readonly Part[], colourOf: PartColours, figureOf: (amount: number) => string) =>
  markup`<ul class="legend">${parts.map(
    ({ name, amount }) => markup`<li>${swatch(colourOf(name))}${name} <b>${figureOf(amount)}</b></li>`,
  )}</ul>`;

export const swatch = (colour: string) =>
  markup`<svg width="10" height="10" aria-hidden="true"><rect class="${colour}" width="10" height="10"/></svg>`;

/** The length of a bar with these parts. */
export const lengthOf = (parts: readonly Part[]) => drawable(parts).reduce((sum, { amount }) => sum + amount, 0);

const drawable = (parts: readonly Part[]) => parts.filter(({ amount }) => amount > 0);

export const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
