import { tickLabel } from '@jobly/lab/results';
import { linearScale, logScale, type Scale } from '../scale';
import type { Axis } from './frame';

/** A quantity along an axis. */
interface Quantity {
  name: string;
  unit: string;
  scale?: 'log' | undefined;
}

/** What a logarithmic axis has beyond its outermost values, as a factor. */
const MARGIN = 1.2;

/** From zero, or from the minimum if that is negative, to a little more than the maximum. */
export function axisOver(values: readonly number[], name: string): Axis {
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const scale = linearScale(least - (least < 0 ? 0.05 * (most - least) : 0), most + 0.05 * (most - least || 1));
  return labelled(scale, name);
}

/** The axis of a quantity: logarithmic if it says so. */
export function axisOf(values: readonly number[], { unit, scale }: Quantity): Axis {
  if (scale !== 'log') return axisOver(values, unit);
  return labelled(logScale(Math.min(...values) / MARGIN, Math.max(...values) * MARGIN), unit);
}

const labelled = (scale: Scale, name: string): Axis => ({
  scale,
  ticks: scale.ticks.map((at) => ({ at, label: tickLabel(at) })),
  name,
});

export const axesInWords = ({ x, y }: { x: Quantity; y: Quantity }) =>
  `To the right: ${inWords(x)}. Upwards: ${inWords(y)}.`;

/** Not every quantity has a unit. */
const inWords = ({ name, unit, scale }: Quantity) =>
  [name, ...(unit === '' ? [] : [unit]), ...(scale ? ['on a logarithmic axis'] : [])].join(', ');
