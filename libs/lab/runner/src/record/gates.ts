import type { Others } from '@jobly/lab/instrument';
import {
  answersGate,
  droppedGate,
  failedGate,
  type Gate,
  generatorGate,
  listenGate,
  type MeasuredBlock,
  noiseFloorGate,
  othersGate,
  scheduleGate,
} from '@jobly/lab/results';
import type { Design } from '../experiment/design';

/**
 * The gates for the blocks of a run. A closed loop has no schedule to keep and nothing to drop, and some systems do not
 * tell what else they do.
 *
 * @param others what used the machine during the run, to be named if it was too much
 */
export function gatesOf(
  { control, lowerBounds }: Design,
  blocks: readonly MeasuredBlock[],
  seed: number,
  others?: Others,
): Gate[] {
  const known = [answersGate(blocks), othersGate(blocks, others), listenGate(blocks)];
  const always = [
    noiseFloorGate(blocks, control, seed),
    failedGate(blocks),
    generatorGate(blocks, lowerBounds),
    ...known.filter((gate) => gate !== undefined),
  ];
  const open = blocks.filter(({ offered }) => offered !== null);
  return open.length > 0 ? [...always, scheduleGate(open), droppedGate(open)] : always;
}

/** A sentence for each failed gate. */
export const failuresOf = (gates: readonly Gate[]): string[] =>
  gates
    .filter(({ passed }) => !passed)
    .map(({ name, figure, limit }) => `The gate "${name}" was not passed: ${figure}, allowed is ${limit}.`);
