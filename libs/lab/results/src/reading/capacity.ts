import type { Results } from '../results';
import { count } from './numbers';

type Curve = Results['curves'][number];

/** "941", "fewer than 84" or "at least 1,300": the last two where it lies beyond the rates that were offered. */
export function capacityInWords({ estimate, bound }: NonNullable<Curve['highest']>): string {
  if (bound === null) return count(estimate);
  return `${bound === 'at most' ? 'fewer than' : 'at least'} ${count(estimate)}`;
}

/** The same with its 95 % interval: "941 (902 to 980)", or "278 (< 120 to 310)" if even the lowest rate may be too high. */
export function capacityWithInterval({ points, highest }: Curve): string | undefined {
  if (!highest) return undefined;
  const { low, high, bound } = highest;
  const offered = points.map((point) => point.offered);
  const ends = [
    low === null ? `< ${count(Math.min(...offered))}` : count(low),
    high === null ? `> ${count(Math.max(...offered))}` : count(high),
  ];
  return bound === null ? `${capacityInWords(highest)} (${ends.join(' to ')})` : capacityInWords(highest);
}
