import { tickLabel } from '@jobly/lab/results';
import { linearScale } from '../scale';
import type { Axis } from './frame';

/** A quantity along an axis. */
interface Quantity {
  name: string;
  unit: string;
}

/** From zero, or from the minimum if that is negative, to a little more than the maximum. */
export function axisOver(values: readonly number[], name: string): Axis {
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const scale = linearScale(least - (least < 0 ? 0.05 * (most - least) : 0), most + 0.05 * (most - least || 1));
  return { scale, ticks: scale.ticks.map((at) => ({ at, label: tickLabel(at) })), name };
}

export const axesInWords = ({ x, y }: { x: Quantity; y: Quantity }) =>
  `To the right: ${x.name}, ${x.unit}. Upwards: ${y.name}, ${y.unit}.`;
