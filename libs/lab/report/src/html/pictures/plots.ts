import type { Results } from '@jobly/lab/results';
import { type Accents, accentsOf } from '../accents';
import { ON_A_PAGE, type Size } from '../curves/frame';
import { plotChart } from '../plots/chart';
import { plotInWords } from '../plots/sections';
import { nameOf, type Picture, picture } from './picture';

const SIZE: Size = { width: 720, height: 380 };

/** Half a page, so that text keeps its size beside another picture. */
const HALF: Size = { width: 580, height: 320 };

/** The name of a plot's picture, without its extension. */
export const plotName = ({ title }: Results['plots'][number]): string => nameOf('plot', title);

/** Figures with their intervals, as lines. */
export const plotPictures = (results: Results, accents: Accents): Picture[] =>
  results.plots.map((plot) => {
    const { title } = plot;
    const drawn = plotChart(plot, title, accents, SIZE);
    return picture(results, plotName(plot), { title, notes: plotInWords(plot), ...SIZE, drawn });
  });

/**
 * The picture of a plot that belongs to no run, such as a calculated one.
 * @param narrow for a phone
 */
export function drawnPlot(plot: Results['plots'][number], narrow: boolean): string {
  const { title, lines } = plot;
  const size = narrow ? ON_A_PAGE : HALF;
  const drawn = plotChart(plot, title, accentsOf(lines.map(({ name }) => name)), size);
  const notes = plotInWords(plot);
  return picture({ valid: true, outcome: 'complete' }, plotName(plot), { title, notes, ...size, drawn }).svg;
}
