import { intervalInWords, percentage, signed, threeDigits } from './numbers';
import { differencesOf, type Step, stepsOf, totalOf, type Waterfall } from './waterfall';

/** A step of a waterfall with its cells. */
export interface WaterfallLine {
  step: Step;
  cells: string[];
}

export interface WaterfallLines {
  /** The headings of the cells. */
  heads: string[];
  lines: WaterfallLine[];
}

/** For one arm, its parts with their intervals and their shares of the total; for two, each part in both. */
export const linesOf = (waterfall: Waterfall): WaterfallLines =>
  waterfall.arms.length > 1 ? comparedLines(waterfall) : layeredLines(waterfall);

function layeredLines(waterfall: Waterfall): WaterfallLines {
  const [arm] = waterfall.arms;
  const total = totalOf(arm!);
  const withIntervals = arm!.parts.some(({ interval }) => interval);
  const lines = stepsOf(waterfall).map((step, index) => {
    const ms = step.to - step.from;
    const interval = withIntervals ? [inWords(arm!.parts[index]?.interval)] : [];
    return { step, cells: [threeDigits(ms), ...interval, percentage(ms / total)] };
  });
  return { heads: ['ms', ...(withIntervals ? ['95 % interval'] : []), 'share'], lines };
}

const inWords = (interval: { low: number; high: number } | undefined) => (interval ? intervalInWords(interval) : '');

function comparedLines(waterfall: Waterfall): WaterfallLines {
  const [base, other] = waterfall.arms as [Waterfall['arms'][number], Waterfall['arms'][number]];
  const [before, after] = [totalOf(base), totalOf(other)];
  const parts = differencesOf(base, other).map((part) => [
    part.base === null ? '' : threeDigits(part.base),
    part.other === null ? '' : threeDigits(part.other),
    signed(part.difference),
  ]);
  const cells = [[threeDigits(before), '', ''], ...parts, ['', threeDigits(after), signed(after - before)]];
  const lines = stepsOf(waterfall).map((step, index) => ({ step, cells: cells[index]! }));
  return { heads: [base.arm, other.arm, 'difference'], lines };
}
