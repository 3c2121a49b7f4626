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
  const first = `${it} ${verb} ${times} times as long as ${other} (medians of blocks of n\u00a0=\u00a0${n} each).`;
  if (!added) return [first];
  // What it takes less is told like what it takes more, from the other side.
  const isLess = added.estimate < 0;
  const turned = (interval: Interval) => (isLess ? negative(interval) : interval);
  const most = parts
    .map(({ name, added: part }) => ({ name, added: turned(part) }))
    .filter((part) => part.added.low > 0)
    .toSorted((one, another) => another.added.estimate - one.added.estimate)
    .slice(0, NAMED)
    .map((part) => `${part.name} ${numberOfMs(part.added.estimate)} (${range(part.added)})`);
  const all = turned(added);
  const what = `${milliseconds(all.estimate)} (${range(all)}) ${isLess ? 'saved' : 'added'} on average`;
  return [first, most.length === 0 ? `No part of the ${what} is certain.` : `Of ${what}: ${most.join(', ')}.`];
}

const negative = ({ estimate, low, high }: Interval): Interval => ({ estimate: -estimate, low: -high, high: -low });

/** As many parts of the added time are named. */
const NAMED = 3;

/** "1.05 to 1.16". */
export const range = ({ low, high }: Interval): string =>
  `${numberOfMs(low)} to ${Number.isFinite(high) ? numberOfMs(high) : 'unknown'}`;

const digits = (ratio: number) => ratio.toFixed(ratio < 10 ? 2 : 1);
