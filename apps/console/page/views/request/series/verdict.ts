import type { Interval, Longer } from '../../../../api/request';
import { called, capitalised, milliseconds, numberOfMs } from '../format';

/** How many times as long a stack takes, and what of that is what: in sentences, with their intervals. */
export function verdictsOn({ stack, base, ratio, added, parts }: Longer, n: number): string[] {
  const [it, other] = [capitalised(called[stack]), called[base]];
  const verb = stack === 'micro' ? 'take' : 'takes';
  const times = `${digits(ratio.estimate)} (${digits(ratio.low)} to ${digits(ratio.high)})`;
  if (ratio.low <= 1 && ratio.high >= 1) {
    return [`${it} ${verb} ${times} times as long as ${other}: with n\u00a0=\u00a0${n} each, no difference was found.`];
  }
  const first = `${it} ${verb} ${times} times as long as ${other} (medians of n\u00a0=\u00a0${n} each).`;
  if (!added) return [first];
  const most = parts
    .filter((part) => part.added.low > 0)
    .toSorted((one, another) => another.added.estimate - one.added.estimate)
    .slice(0, NAMED)
    .map((part) => `${part.name} ${numberOfMs(part.added.estimate)} (${range(part.added)})`);
  const reasons = most.length === 0 ? 'no part of which is certain' : most.join(', ');
  return [first, `Of ${milliseconds(added.estimate)} (${range(added)}) added on average: ${reasons}.`];
}

/** As many parts of the added time are named. */
const NAMED = 3;

/** "1.05 to 1.16". */
export const range = ({ low, high }: Interval): string =>
  `${numberOfMs(low)} to ${Number.isFinite(high) ? numberOfMs(high) : 'unknown'}`;

const digits = (ratio: number) => ratio.toFixed(ratio < 10 ? 2 : 1);
