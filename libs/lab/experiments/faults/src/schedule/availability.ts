import { percentage, signed, type Table, threeDigits } from '@jobly/lab/results';
import type { StackName } from '../exposed';
import type { Needs } from '../needs';
import { asked } from '../operations';
import { isWell } from './outcome';
import { PATIENCE_MS, SCHEDULE } from './strikes';
import type { Watched } from './watch';

/** The name of the table that the conclusion finds. */
export const AVAILABILITY = 'availability';

/** How often an operation was there, and how often its parts were (shares). */
export interface Availability {
  operation: string;
  needs: number;
  predicted: number;
  measured: number;
}

/**
 * Of every operation, over all faults of one stack: the share of requests that worked in time, beside 1 less the shares of
 * time for which the parts were out that it needs. These add up because parts fail one at a time; were they to fail
 * independently, the product of what they leave would be expected. It supposes that a part stops what needs it for exactly
 * as long as it is out, and nothing else at all.
 */
export function availabilitiesOf(watched: readonly Watched[], needs: Needs): Availability[] {
  const scheduledMs = watched.length * SCHEDULE.watchedMs;
  const outMs = (part: string) =>
    watched.filter((one) => one.isOutage && one.part === part).length * (SCHEDULE.endsMs - SCHEDULE.beginsMs);
  return asked.map(({ name: operation }) => {
    const parts = [...(needs.get(operation) ?? [])];
    const all = watched.flatMap(({ observed }) => observed.filter((one) => one.operation === operation));
    return {
      operation,
      needs: parts.length,
      predicted: 1 - parts.reduce((sum, part) => sum + outMs(part), 0) / scheduledMs,
      measured: all.filter(isWell).length / all.length,
    };
  });
}

/** Predicted and measured side by side, for every stack. */
export function availabilityTable(watched: readonly Watched[], needs: ReadonlyMap<StackName, Needs>): Table {
  const stacks = [...needs].map(([stack, ofStack]) => ({
    stack,
    all: availabilitiesOf(
      watched.filter((one) => one.stack === stack),
      ofStack,
    ),
  }));
  return {
    name: AVAILABILITY,
    title: 'How often an operation is there, beside what its parts let expect',
    note: `Over all faults of a stack, the times before and after them included. Needs: the parts that every request was seen to reach while all was well. Predicted: 1 less the sum of the shares of time for which each of them was out, as they fail one at a time; a part that is only far away counts as up. Measured: the share of requests that worked within ${PATIENCE_MS / 1_000} s.`,
    head: [
      'operation',
      ...stacks.flatMap(({ stack }) => [`${stack}: needs`, 'predicted', 'measured', 'difference in points']),
    ],
    rows: asked.map(({ name }, index) => [name, ...stacks.flatMap(({ all }) => inWords(all[index]!))]),
    keys: asked.map(({ name }) => name),
  };
}

const inWords = ({ needs, predicted, measured }: Availability): string[] => [
  String(needs),
  percentage(predicted),
  percentage(measured),
  signed(100 * (measured - predicted), threeDigits),
];
