import type { MeasuredBlock } from '@jobly/lab/results';
import type { Stacks } from '@jobly/lab/system-under-test';
import { assertDeclared } from './assert-declared';
import { inTurn } from './in-turn';
import { measureGroup } from './measure-group';
import type { Measurement } from './measurement';
import type { MeasureOptions } from './measure-options';

/** One launch, and what earlier ones have measured. */
export interface Launch {
  launch: number;
  /** The launch appends its own. */
  blocks: MeasuredBlock[];
  /** When the run began to measure, on the clock of `performance.now()`. */
  began: number;
}

function groupsOf({ experiment, options }: MeasureOptions): readonly string[] {
  const { groups = [experiment.name] } = experiment;
  return 'full' in groups ? groups[options.quick ? 'quick' : 'full'] : groups;
}

/** Measures all groups of arms of a launch. */
export async function measureLaunch(
  stacks: Stacks | undefined,
  measuring: MeasureOptions,
  launch: Launch,
): Promise<Measurement> {
  const groups = groupsOf(measuring);
  const parts = groups.map(
    (name, index) => () => measureGroup(stacks, measuring, { ...launch, name, index, groups: groups.length }),
  );
  const measured = await inTurn(parts, launch.blocks, measuring.signal);
  if (measured.outcome === 'complete') assertDeclared(measuring.experiment, measured.arms, { isGroup: false });
  return measured;
}
