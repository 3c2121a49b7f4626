import type { Interval } from '@jobly/lab/instrument';
import { count, intervalInWords, threeDigits } from '../reading/numbers';
import { answerWithIntervals } from './answer';
import type { StackCoefficients } from './coefficients';
import type { Scenario } from './scenario';

/** The figures of a scenario for each stack, in words: one row for each figure. */
export interface AnswerInWords {
  figure: string;
  cells: string[];
}

type Figures = ReturnType<typeof answerWithIntervals>;

const FIGURES: readonly { name: keyof Figures; figure: string; unit?: string; inWords?: (value: number) => string }[] =
  [
    { name: 'p50', figure: 'p50', unit: ' ms' },
    { name: 'busy', figure: 'CPUs busy' },
    { name: 'cores', figure: 'CPUs to provide' },
    { name: 'replicas', figure: 'processes', inWords: count },
    { name: 'memoryMiB', figure: 'memory of the processes', unit: ' MiB' },
    { name: 'connections', figure: 'connections to databases', inWords: count },
    { name: 'nines', figure: 'nines' },
    { name: 'cost', figure: 'a month, $' },
  ];

/** What every stack would need for a scenario, and what its users would get. */
export function answersInWords(stacks: readonly StackCoefficients[], scenario: Scenario): AnswerInWords[] {
  const answers = stacks.map((stack) => answerWithIntervals(stack, scenario));
  return FIGURES.map(({ name, figure, unit = '', inWords = threeDigits }) => ({
    figure,
    cells: answers.map((answer) => withEnds(answer[name], unit, inWords)),
  }));
}

/** "1.20 ms (1.10 to 1.31)"; without an interval where the ends are the same. */
function withEnds(interval: Interval, unit: string, inWords: (value: number) => string): string {
  const { estimate, low, high } = interval;
  if (estimate === Infinity) return 'not served: a process would have more to do than one CPU can';
  return `${inWords(estimate)}${unit}${low === high ? '' : ` (${intervalInWords(interval, inWords)})`}`;
}
