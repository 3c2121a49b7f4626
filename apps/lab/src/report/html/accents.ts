import type { Results } from '../results';

/** The class that gives an arm its colour, the same in every chart, table and run of a report. */
export type Accents = (arm: string) => string;

/** How many colours the style sheet has. */
const COLOURS = 6;

/** These two have the same colours in every report, whatever they are shown with. */
const FAMILIAR = ['monolith', 'micro'];

const AGAIN = / again$/;

/** An arm that is another one once more, to see the noise: it has the colour of the other, and dashed lines. */
export const isRepeat = (arm: string) => AGAIN.test(arm);

export function accentsFor(runs: readonly Results[]): Accents {
  const found = runs.flatMap(({ summaries, comparisons, curves, waterfalls }) => [
    ...summaries.map(({ arm }) => arm),
    ...comparisons.flatMap(({ base, other }) => [base, other]),
    ...curves.map(({ arm }) => arm),
    ...waterfalls.flatMap(({ arms }) => arms.map(({ arm }) => arm)),
  ]);
  const arms = [...new Set([...FAMILIAR, ...found.map((arm) => arm.replace(AGAIN, ''))])];
  return (arm) => `arm-${arms.indexOf(arm.replace(AGAIN, '')) % COLOURS}${isRepeat(arm) ? ' again' : ''}`;
}
