import type { Behaviour } from '@jobly/lab/instrument';
import type { Plan } from '../plan';

/** A way in which a service fails beside others. */
interface NeighbourStrike {
  name: string;
  behaviour: Behaviour;
}

/** What is tried in one pair of phases, and whether its control comes before the fault or after it. */
export interface Turn {
  part: string;
  strike: NeighbourStrike;
  isControlFirst: boolean;
}

const STRIKES: readonly NeighbourStrike[] = [
  { name: 'dead', behaviour: { kind: 'refusing' } },
  { name: 'frozen', behaviour: { kind: 'stalled' } },
  { name: 'flapping', behaviour: { kind: 'flapping', share: 0.3 } },
];

/**
 * The pairs of a round, mirrored in every other one, so that what gets faster or slower with time favours none. Control
 * and fault take turns at being first, from pair to pair and every second round: in four rounds, each pair meets all
 * four combinations.
 * @param round counted over all launches, from 0
 */
export function orderOf({ services, besideOthers }: Pick<Plan, 'services' | 'besideOthers'>, round: number): Turn[] {
  const strikes = STRIKES.filter(({ name }) => besideOthers.includes(name));
  const turns = services
    .flatMap((part) => strikes.map((strike) => ({ part, strike })))
    .map((pair, index) => ({ ...pair, isControlFirst: (index + Math.floor(round / 2)) % 2 === 0 }));
  return round % 2 === 0 ? turns : turns.toReversed();
}

/** Both phases of a pair, one after the other, in the order of its turn. */
export async function bothOf<Seen>(
  { isControlFirst }: Pick<Turn, 'isControlFirst'>,
  { control, fault }: Record<'control' | 'fault', () => Promise<Seen>>,
): Promise<Record<'control' | 'fault', Seen>> {
  if (isControlFirst) return { control: await control(), fault: await fault() };
  return { fault: await fault(), control: await control() };
}
