import type { Arm } from '../experiment/arm';
import type { PairedExperiment } from '../experiment/experiment';

/**
 * @param arms all of an experiment, or those of one of its groups, of which others may be missing only in pairs
 * @throws an error, because it is a bug of the experiment, if it compares arms that it has not started
 */
export function assertDeclared(
  { name, design }: Pick<PairedExperiment, 'name' | 'design'>,
  arms: readonly Pick<Arm, 'name'>[],
  { isGroup }: { isGroup: boolean },
): void {
  const known = new Set(arms.map((arm) => arm.name));
  const unknown = [...design.comparisons, design.control]
    .filter(({ base, other }) => !isGroup || known.has(base) || known.has(other))
    .flatMap(({ base, other }) => [base, other])
    .find((one) => !known.has(one) && !design.optional?.includes(one));
  if (unknown === undefined) return;
  throw new Error(`The experiment ${name} compares "${unknown}", which is none of its arms: ${[...known].join(', ')}.`);
}
