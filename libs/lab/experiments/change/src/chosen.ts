import { Failure } from '@jobly/lab/instrument';
import type { Feature } from './features/feature';

const FEATURE = 'feature ';

/**
 * The features that the user has chosen; all by default.
 * @throws Failure for one that does not exist
 */
export function chosen(features: readonly Feature[], flags: readonly string[]): readonly Feature[] {
  const [name] = flags.flatMap((flag) => (flag.startsWith(FEATURE) ? [flag.slice(FEATURE.length)] : []));
  if (name === undefined) return features;
  const found = features.filter((feature) => feature.name === name);
  if (found.length > 0) return found;
  throw new Failure(`There is no feature "${name}"; there are ${features.map((one) => one.name).join(', ')}.`);
}
