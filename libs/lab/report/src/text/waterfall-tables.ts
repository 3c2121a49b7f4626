import { linesOf, type Results, type Step, type Waterfall } from '@jobly/lab/results';
import pc from 'picocolors';
import { tableOf } from './table-style';

/** The width of the longest bar. */
const CELLS = 32;

/** The breakdown of a request's time, one table per operation. */
export const waterfallTables = ({ waterfalls }: Results): string[] =>
  waterfalls.map((waterfall) => {
    const title = `Where the time goes: ${waterfall.operation}, ${waterfall.what}, in ms`;
    return `${pc.bold(title)}\n${tableOfSteps(waterfall)}`;
  });

/** Numbers to the right, between the name of a step and its bar. */
function tableOfSteps(waterfall: Waterfall): string {
  const { heads, lines } = linesOf(waterfall);
  const bars = barsOf(lines.map(({ step }) => step));
  const rows = lines.map(({ step, cells }, index) => [step.name, ...cells, bars[index]!]);
  return tableOf(['', ...heads, ''], rows, 1);
}

/** All as wide as the widest, so that they begin in the same column although the table right-aligns its cells. */
function barsOf(steps: readonly Step[]): string[] {
  const bars = steps.map((step) => bar(step, steps));
  const width = Math.max(...bars.map(({ length }) => length));
  return bars.map((one) => one.padEnd(width));
}

/** Block characters from the beginning of the step to its end; a lighter tone for a negative step. */
function bar({ kind, from, to }: Step, steps: readonly Step[]): string {
  const longest = Math.max(...steps.map((step) => Math.max(step.from, step.to)));
  const at = (ms: number) => Math.round((Math.max(0, ms) / longest) * CELLS);
  const [left, right] = [at(Math.min(from, to)), at(Math.max(from, to))];
  const tone = kind === 'whole' ? '█' : to < from ? '░' : '▒';
  return `${' '.repeat(left)}${right > left ? tone.repeat(right - left) : '▏'}`;
}
