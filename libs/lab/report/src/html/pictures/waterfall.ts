import { linesOf, type Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { coloursFor } from '../bars';
import { type Markup, markup } from '../markup';
import { reachOf, stepClass } from '../waterfall/reach';
import { nameOf, type Picture, picture } from './picture';

const WIDTH = 800;
const ROW = 24;
const NAMES = 280;
const CELL = 84;

/** The time of each operation, step by step. */
export function waterfallPictures(results: Results, accents: Accents): Picture[] {
  return results.waterfalls.map((waterfall) => {
    const { operation, what, arms } = waterfall;
    const { heads, lines } = linesOf(waterfall);
    const colourOf = coloursFor(arms.flatMap(({ parts }) => parts.map(({ name }) => name)));
    const reach = reachOf(lines.map(({ step }) => step));
    const left = NAMES + heads.length * CELL + 20;
    const x = (ms: number) => left + reach(ms) * (WIDTH - left);
    const rows = lines.map(({ step, cells }, index) => {
      const y = ROW * (index + 1);
      const [from, to] = [x(Math.min(step.from, step.to)), x(Math.max(step.from, step.to))];
      return markup`${textsAt(y, step.name, cells, step.kind === 'whole' ? 'figure' : '')}<rect class="${stepClass(
        step,
        colourOf,
        accents,
      )}" x="${from.toFixed(1)}" width="${(to - from).toFixed(1)}" y="${y + 4}" height="16"/>
`;
    });
    const title = `Where the time goes: ${operation}, ${what}, in ms`;
    const drawn = markup`${textsAt(0, '', heads, 'small')}${rows}`;
    const height = ROW * (lines.length + 1);
    return picture(results, nameOf('waterfall', operation, what), { title, notes: [], width: WIDTH, height, drawn });
  });
}

/** A name, and cells to the right of it. */
const textsAt = (y: number, name: string, cells: readonly string[], kind: string): Markup =>
  markup`<text class="${kind}" x="0" y="${y + 17}">${name}</text>${cells.map(
    (cell, column) =>
      markup`<text class="${kind}" x="${NAMES + CELL * (column + 1)}" y="${y + 17}" text-anchor="end">${cell}</text>`,
  )}`;
