import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { axesInWords } from '../curves/axis';
import { ON_A_PAGE, type Size } from '../curves/frame';
import { type Markup, markup } from '../markup';
import { plotChart } from './chart';

type Plot = Results['plots'][number];

/** Where there is more room than on a phone. */
const ROOMY: Size = { width: 640, height: 340 };

/** Figures with their intervals as lines, one section each; drawn twice, so that text is as large on a phone. */
export const plotSections = ({ plots }: Results, accents: Accents): Markup[] =>
  plots.map((plot) => {
    const said = [plot.title, ...plotInWords(plot)].join('. ');
    return markup`<section class="plot evidence">
<h3>${plot.title}</h3>
<p class="note">${plotInWords(plot).join(' ')}</p>
<div class="roomy">${plotChart(plot, said, accents, ROOMY)}</div>
<div class="narrow">${plotChart(plot, said, accents, ON_A_PAGE)}</div>
</section>`;
  });

/** What there is to know of the lines and of the axes. */
export const plotInWords = (plot: Plot): string[] => [
  plot.note,
  ...(plot.dashed === undefined ? [] : [`Dashed: ${plot.dashed}.`]),
  axesInWords(plot),
];
