import type { Graph } from './graph';

/** How strongly one service is coupled to another one that it invokes. */
export interface StructuralCoupling {
  readonly from: string;
  readonly to: string;
  /** The operations of the other that it invokes, and those of its own that the other invokes. */
  readonly out: number;
  readonly back: number;
  /** LWF: how much of it goes in this direction, above 0 to 1. */
  readonly local: number;
  /** GWF: how much it is beside the most that two services have, above 0 to 1. */
  readonly global: number;
  /** SC, from 0 for two services of which one invokes one operation, if no two have more, to 1. */
  readonly coupling: number;
}

/**
 * Structural coupling (SC) of all pairs of services, in each direction in which one invokes the other:
 * SC = 1 − LWF × GWF ÷ degree, where degree is the number of operations invoked in either direction,
 * LWF = (1 + out) ÷ (1 + degree), and GWF = degree ÷ the highest degree of all pairs.
 *
 * After Panichella, Rahman, Taibi: Structural coupling for microservices, 2021 (arXiv 2103.04674). The factors were looked
 * up in an implementation by others, edu.university.ecs.lab.detection.metrics.models.StructuralCoupling, and not in the
 * paper. That implementation puts them together as 1 − 1 ÷ degree − LWF × GWF, which is below 0 for the pair with the most
 * calls; the product used here stays between 0 and 1.
 */
export function structuralCouplingIn({ edges }: Graph): StructuralCoupling[] {
  const invoked = new Map<string, number>();
  for (const [from, to] of edges) {
    if (from !== to) invoked.set(pairOf(from, to), (invoked.get(pairOf(from, to)) ?? 0) + 1);
  }
  const directed = [...invoked].map(([pair, out]) => {
    const [from, to] = JSON.parse(pair) as [string, string];
    return { from, to, out, back: invoked.get(pairOf(to, from)) ?? 0 };
  });
  const highest = Math.max(0, ...directed.map(({ out, back }) => out + back));
  return directed.map((one) => {
    const degree = one.out + one.back;
    const local = (1 + one.out) / (1 + degree);
    const global = degree / highest;
    return { ...one, local, global, coupling: 1 - (local * global) / degree };
  });
}

const pairOf = (from: string, to: string) => JSON.stringify([from, to]);
