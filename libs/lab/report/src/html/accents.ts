import { repeatsIn, type Results } from '@jobly/lab/results';

/**
 * The class that gives an arm its colour, the same in every chart, table and run of a report. A repeated arm has the
 * colour of the original, and dashed lines.
 */
export type Accents = (arm: string) => string;

/** The number of colours in the style sheet. */
const COLOURS = 8;

/** These two have the same colours in every report, whatever else it shows. */
const FAMILIAR = ['monolith', 'micro'];

export function accentsFor(runs: readonly Results[]): Accents {
  const found = runs.flatMap(({ summaries, comparisons, curves, waterfalls, tradeoffs, plots, graphs }) => [
    ...summaries.map(({ arm }) => arm),
    ...comparisons.flatMap(({ base, other }) => [base, other]),
    ...curves.map(({ arm }) => arm),
    ...waterfalls.flatMap(({ arms }) => arms.map(({ arm }) => arm)),
    ...tradeoffs.flatMap(({ points }) => points.map(({ name }) => name)),
    ...plots.flatMap(({ lines }) => lines.map(({ name }) => name)),
    ...graphs.map(({ arm }) => arm),
  ]);
  const repeats = repeatsIn(...runs);
  const repeatedBy = (arm: string) => repeats.get(arm) ?? arm;
  const colours = accentsOf(found.map(repeatedBy));
  return (arm) => `${colours(repeatedBy(arm))}${repeats.has(arm) ? ' again' : ''}`;
}

/** The same for arms of no run, none of which is repeated. */
export function accentsOf(names: readonly string[]): Accents {
  const arms = [...new Set([...FAMILIAR, ...names])];
  return (arm) => `arm-${arms.indexOf(arm) % COLOURS}`;
}
