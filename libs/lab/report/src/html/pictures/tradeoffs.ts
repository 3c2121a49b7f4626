import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { axesInWords } from '../curves/axis';
import type { Size } from '../curves/frame';
import { tradeoffChart } from '../tradeoffs/chart';
import { nameOf, type Picture, picture } from './picture';

const SIZE: Size = { width: 720, height: 400 };

/** Each trade-off: a cost against the benefit that it buys. */
export const tradeoffPictures = (results: Results, accents: Accents): Picture[] =>
  results.tradeoffs.map((tradeoff) => {
    const { title, note } = tradeoff;
    const drawn = tradeoffChart(tradeoff, title, accents, SIZE);
    return picture(results, nameOf('tradeoff', title), { title, notes: [note, axesInWords(tradeoff)], ...SIZE, drawn });
  });
