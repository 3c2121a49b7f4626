import { count, intervalInWords, percentage, roundedMs, signed, type Table, threeDigits } from '@jobly/lab/results';
import type { Prediction } from '../predictions';

/** The table's name, by which the conclusion finds it. */
export const CHECK = 'check';

/** How far a prediction may be off. */
export const TARGET = 0.2;

export const HEADS = { p50: 'p50, error', busy: 'CPUs, error' };

/** One row for every load of each stack that the coefficients were not measured with. */
export function checkTable(predictions: readonly Prediction[], cpus: number): Table {
  return {
    name: CHECK,
    title: 'Predicted, and then measured',
    note: `Loads of mixes and rates that the coefficients were not measured with, in an open loop. Each launch is predicted from the others, and the error is the predicted figure against the measured one, as the geometric mean over ${predictions[0]?.p50.each.length ?? 0} launches with its 95 % interval; the target is ${percentage(TARGET)} either way. All processes and the load generator share this machine’s ${cpus} CPUs, which the prediction knows; CPUs are those that the whole stack keeps busy, its database included.`,
    head: [
      'stack',
      'reads',
      'requests/s',
      'p50, predicted',
      'measured',
      HEADS.p50,
      'CPUs, predicted',
      'measured',
      HEADS.busy,
    ],
    rows: predictions.map(({ stack, load, rate, p50, busy }) => [
      stack,
      percentage(load.reads),
      count(rate),
      roundedMs(geometricMean(p50.each.map(({ predicted }) => predicted))),
      roundedMs(geometricMean(p50.each.map(({ measured }) => measured))),
      errorInWords(p50.error),
      threeDigits(geometricMean(busy.each.map(({ predicted }) => predicted))),
      threeDigits(geometricMean(busy.each.map(({ measured }) => measured))),
      errorInWords(busy.error),
    ]),
    keys: predictions.map(({ stack, load }) => `${stack}: ${percentage(load.reads)} reads`),
  };
}

/** "+8 % (−3 % to 20 %)" */
const errorInWords = ({ estimate, low, high }: Prediction['p50']['error']) =>
  `${signed(estimate - 1, percentage)} (${intervalInWords({ low: low - 1, high: high - 1 }, percentage)})`;

/** As the error’s: whatever stands beside it has to fit. */
const geometricMean = (values: readonly number[]) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
