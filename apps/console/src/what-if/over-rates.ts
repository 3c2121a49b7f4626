import { answerWithIntervals, type Results, type Scenario } from '@jobly/lab/results';
import type { Coefficients } from './coefficients';

type Plot = Results['plots'][number];

/** The figures that are drawn, by their names in addresses. */
const FIGURES = {
  p50: { of: 'p50', title: 'How fast, by the rate', y: { name: 'p50', unit: 'ms' } },
  cost: { of: 'cost', title: 'What it costs, by the rate', y: { name: 'a month', unit: '$' } },
} as const;

export type Drawn = keyof typeof FIGURES;

export const isDrawn = (name: string): name is Drawn => Object.hasOwn(FIGURES, name);

/** From a tenth of the rate to ten times as much: multiples at which figures are calculated. */
const TIMES = Array.from({ length: 9 }, (_, index) => 10 ** ((index - 4) / 4));

/** A figure of every stack at lower and higher rates than the one that is asked for. */
export function overRates({ sizing: { stacks } }: Coefficients, scenario: Scenario, drawn: Drawn): Plot {
  const { of, title, y } = FIGURES[drawn];
  const note = 'The rate in the middle is the one asked for. A line ends where a stack cannot serve more.';
  return {
    ...{ title, note, y: { ...y, scale: 'log' } },
    x: { name: 'requests', unit: '/s', scale: 'log' },
    lines: stacks.map((stack) => ({
      name: stack.name,
      points: TIMES.flatMap((times) => {
        const x = Number((times * scenario.rate).toPrecision(3));
        const { p50, ...others } = answerWithIntervals(stack, { ...scenario, rate: x });
        const { estimate, low, high } = { p50, ...others }[of];
        return Number.isFinite(p50.high) && low > 0 ? [{ x, y: estimate, low, high }] : [];
      }),
    })),
  };
}
