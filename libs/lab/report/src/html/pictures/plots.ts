import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import type { Size } from '../curves/frame';
import { plotChart } from '../plots/chart';
import { plotInWords } from '../plots/sections';
import { nameOf, type Picture, picture } from './picture';

const SIZE: Size = { width: 720, height: 380 };

/** The name of a plot's picture, without its extension. */
export const plotName = ({ title }: Results['plots'][number]): string => nameOf('plot', title);

/** Figures with their intervals, as lines. */
export const plotPictures = (results: Results, accents: Accents): Picture[] =>
  results.plots.map((plot) => {
    const { title } = plot;
    const drawn = plotChart(plot, title, accents, SIZE);
    return picture(results, plotName(plot), { title, notes: plotInWords(plot), ...SIZE, drawn });
  });
