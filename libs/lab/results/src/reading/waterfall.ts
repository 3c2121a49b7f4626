import type { Results } from '../results';

export type Waterfall = Results['waterfalls'][number];

export type WaterfallArm = Waterfall['arms'][number];

/** One bar of a waterfall: a total that begins at zero, or a part that begins where the previous one ended. */
export interface Step {
  name: string;
  kind: 'whole' | 'part';
  from: number;
  to: number;
}

/** One part in both arms, in ms; null if an arm does not have it. */
export interface PartDifference {
  name: string;
  base: number | null;
  other: number | null;
  difference: number;
}

/** The sum of all parts, in ms. */
export const totalOf = ({ parts }: WaterfallArm) => parts.reduce((sum, { ms }) => sum + ms, 0);

/** The parts of two arms side by side, in the order of the arm that has more of them. */
export function differencesOf(base: WaterfallArm, other: WaterfallArm): PartDifference[] {
  const [more, fewer] = other.parts.length >= base.parts.length ? [other, base] : [base, other];
  const names = new Set([...more.parts, ...fewer.parts].map(({ name }) => name));
  return [...names].map((name) => {
    const [here, there] = [base, other].map(({ parts }) => parts.find((part) => part.name === name)?.ms ?? null);
    return { name, base: here!, other: there!, difference: (there ?? 0) - (here ?? 0) };
  });
}

/**
 * For one arm, its parts one after the other and then their sum. For two, the first, the difference that each part
 * makes, and the second.
 */
export function stepsOf({ arms }: Waterfall): Step[] {
  const [base, other] = arms;
  if (!base) return [];
  if (!other) return [...stacked(base.parts, 0), whole(base)];
  const changes = differencesOf(base, other).map(({ name, difference }) => ({ name, ms: difference }));
  return [whole(base), ...stacked(changes, totalOf(base)), whole(other)];
}

const whole = (arm: WaterfallArm): Step => ({ name: arm.arm, kind: 'whole', from: 0, to: totalOf(arm) });

function stacked(parts: readonly { name: string; ms: number }[], start: number): Step[] {
  let to = start;
  return parts.map(({ name, ms }) => {
    const from = to;
    to += ms;
    return { name, kind: 'part', from, to };
  });
}
