import { percentage, signed, threeDigits } from './numbers';
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

/** For one arm, its parts and their shares of the total; for two, each part in both. */
export const linesOf = (waterfall: Waterfall): WaterfallLines =>
  waterfall.arms.length > 1 ? comparedLines(waterfall) : layeredLines(waterfall);

function layeredLines(waterfall: Waterfall): WaterfallLines {
  const total = totalOf(waterfall.arms[0]!);
  const lines = stepsOf(waterfall).map((step) => {
    const ms = step.to - step.from;
    return { step, cells: [threeDigits(ms), percentage(ms / total)] };
  });
  return { heads: ['ms', 'share'], lines };
}

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
