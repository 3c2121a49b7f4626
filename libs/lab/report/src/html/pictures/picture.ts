import { type Results, stateOf, wrapped } from '@jobly/lab/results';
import { type Markup, markup, trusted } from '../markup';
import { PICTURE_STYLE } from './style';

/** A chart as a file that stands alone, for a README. */
export interface Picture {
  /** The file name without its extension. */
  name: string;
  svg: string;
}

interface Content {
  title: string;
  /** Smaller lines under the title. */
  notes: readonly string[];
  width: number;
  height: number;
  drawn: Markup;
}

const LINE = 20;
/** The average width of a character in the widest of the usual fonts, DejaVu Sans. */
const CHARACTER = 8.8;
const SMALL_CHARACTER = 7.1;

/** Puts a title over a drawing; a run that does not count is greyed and labelled as such. */
export function picture(
  results: Pick<Results, 'valid' | 'outcome'>,
  name: string,
  { title, notes, width, height, drawn }: Content,
): Picture {
  const lines = wrapped(title, width / CHARACTER);
  const state = stateOf(results);
  const warning = state === 'valid' ? [] : [`The run is ${state}: these figures do not count.`];
  const small = [...warning, ...notes].flatMap((note) => wrapped(note, width / SMALL_CHARACTER));
  const top = LINE * (lines.length + small.length) + 12;
  const texts = [
    ...lines.map((line, index) => markup`<text class="title" x="0" y="${LINE * index + 15}">${line}</text>`),
    ...small.map(
      (line, index) => markup`<text class="small" x="0" y="${LINE * (lines.length + index) + 14}">${line}</text>`,
    ),
  ];
  const svg =
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + height}" width="${width}" height="${top + height}" role="img" aria-label="${title}">
<style>${trusted(PICTURE_STYLE)}</style>
${texts}
<g transform="translate(0 ${top})" class="${state === 'valid' ? '' : 'greyed'}">${drawn}</g>
</svg>
`.toString();
  return { name, svg };
}

/** "percentiles-get-jobs-id" */
export const nameOf = (...words: readonly (string | undefined)[]) =>
  words
    .filter((word) => word !== undefined)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
