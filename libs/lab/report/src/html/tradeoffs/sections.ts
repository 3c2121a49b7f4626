import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { axesInWords } from '../curves/axis';
import type { Size } from '../curves/frame';
import { type Markup, markup } from '../markup';
import { tradeoffChart } from './chart';

/** The widest that a page on a phone allows before names become too small to read. */
const ON_A_PAGE: Size = { width: 560, height: 340 };

/** Each trade-off, a cost against the benefit that it buys, one section each. */
export const tradeoffSections = ({ tradeoffs }: Results, accents: Accents): Markup[] =>
  tradeoffs.map(
    (tradeoff) => markup`<section class="evidence">
<h3>${tradeoff.title}</h3>
<p class="note">${tradeoff.note} ${axesInWords(tradeoff)}</p>
${tradeoffChart(tradeoff, `${tradeoff.title}. ${axesInWords(tradeoff)}`, accents, ON_A_PAGE)}
</section>`,
  );
