import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import type { Size } from '../curves/frame';
import { type Markup, markup } from '../markup';
import { tradeoffChart, type Tradeoff } from './chart';

/** As wide as a telephone's page allows without its names becoming too small to read. */
const ON_A_PAGE: Size = { width: 560, height: 340 };

/** What one wants little of against what has to be given for it, a section each. */
export const tradeoffSections = ({ tradeoffs }: Results, accents: Accents): Markup[] =>
  tradeoffs.map(
    (tradeoff) => markup`<section class="evidence">
<h3>${tradeoff.title}</h3>
<p class="note">${tradeoff.note} ${axesInWords(tradeoff)}</p>
${tradeoffChart(tradeoff, `${tradeoff.title}. ${axesInWords(tradeoff)}`, accents, ON_A_PAGE)}
</section>`,
  );

export const axesInWords = ({ x, y }: Tradeoff) => `To the right: ${x.name}, ${x.unit}. Upwards: ${y.name}, ${y.unit}.`;
