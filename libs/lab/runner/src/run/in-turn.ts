import type { MeasuredBlock } from '@jobly/lab/results';
import type { Measurement } from './measurement';
import { endedBy } from './run-plan';

/**
 * Runs the parts of a measurement one after the other, until one ends early. Once a part is measured, an early
 * end is an outcome and not an error, also if a later part does not start.
 *
 * @param blocks all that is measured so far, to which the parts append
 */
export async function inTurn(
  parts: readonly (() => Promise<Measurement>)[],
  blocks: MeasuredBlock[],
  signal: AbortSignal,
): Promise<Measurement> {
  const measured: Measurement[] = [];
  for (const part of parts) {
    try {
      measured.push(await part());
    } catch (error) {
      if (measured.length === 0) throw error;
      const end = endedBy(signal.aborted ? signal.reason : error, blocks);
      return { ...together(measured), ...end, observations: {} };
    }
    if (measured.at(-1)!.outcome !== 'complete') break;
  }
  return together(measured);
}

/** Ended as the last one did. Arms and cases of the same name are the same, launched once more. */
function together(parts: readonly Measurement[]): Measurement {
  return {
    ...parts.at(-1)!,
    arms: eachOnce(parts.flatMap(({ arms }) => arms)),
    cases: eachOnce(parts.flatMap(({ cases }) => cases)),
    databases: [...new Set(parts.flatMap(({ databases }) => databases))],
    warmUps: parts.flatMap(({ warmUps }) => warmUps),
  };
}

const eachOnce = <T extends { name: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.name, one])).values(),
];
