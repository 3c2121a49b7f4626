import { type Interval, ratioOf } from '@jobly/lab/instrument';
import { answerOf, type StackCoefficients, TIMES_AT, usualScenario } from '@jobly/lab/results';
import type { Launch } from './launch';
import { checks, type Load } from './plan';
import type { StackName } from './stack-name';

/** A figure that was predicted for a launch from the others, and measured there. */
interface Foreseen {
  predicted: number;
  measured: number;
}

/** How well one load of one stack was predicted. */
export interface Prediction {
  stack: StackName;
  load: Load;
  /** Requests/s. */
  rate: number;
  p50: { each: Foreseen[]; error: Interval };
  busy: { each: Foreseen[]; error: Interval };
}

const MEDIAN = TIMES_AT.indexOf(49);

/**
 * Predicts the checks of every launch from the calibrations of all others, which know nothing of it. The error is the
 * predicted figure divided by the measured one, with its interval over launches.
 */
export const predictions = (
  stacks: readonly StackCoefficients[],
  launches: readonly Launch[],
  cpus: number,
): Prediction[] =>
  stacks.flatMap((stack) => {
    const mine = launches.filter((one) => one.stack === stack.name);
    return checks.map((load, index): Prediction => {
      const each = mine.map(({ checks: measured }, left) => {
        const { rate, reads, times, cpu } = measured[index]!;
        const scenario = { ...usualScenario(), rate, reads, replicas: 1, roundTrip: 0 };
        const others = stack.launches.filter((_, launch) => launch !== left);
        const answers = others.map((one) => answerOf(stack, one, scenario, { cpus }));
        const busy = Object.values(cpu).reduce((sum, ms) => sum + ms, 0) / 1_000;
        return {
          p50: {
            predicted: meanOf(answers.map(({ p50 }) => p50)),
            measured: (times[MEDIAN]! + times[MEDIAN + 1]!) / 2,
          },
          busy: { predicted: meanOf(answers.map((answer) => answer.busy)), measured: busy },
        };
      });
      const of = (figure: 'p50' | 'busy') => {
        const both = each.map((one) => one[figure]);
        return { each: both, error: errorOf(both) };
      };
      const rate = meanOf(mine.map(({ checks: measured }) => measured[index]!.rate));
      return { stack: mine[0]!.stack, load, rate, p50: of('p50'), busy: of('busy') };
    });
  });

const errorOf = (each: readonly Foreseen[]): Interval =>
  ratioOf(each.map(({ predicted, measured }, launch) => ({ base: measured, other: predicted, launch })));

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
