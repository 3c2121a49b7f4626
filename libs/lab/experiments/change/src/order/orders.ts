import type { Step } from './steps';

/** What is known of the orders in which the steps of a deployment can be done. */
export interface Orders {
  /** The orders in which every state on the way is sound. */
  readonly sound: number;
  /** The orders that the steps allow. */
  readonly possible: number;
  /** What is the same in all sound orders and not in all possible ones: this step before that one, the closest only. */
  readonly precedences: readonly (readonly [first: string, second: string])[];
  /** Whether every order with these precedences is sound. */
  readonly areExactly: boolean;
  /** One of the sound orders; empty if there is none. */
  readonly example: readonly string[];
}

/** A set of steps that are done, as bits by the place of a step in the list. */
type State = number;

/**
 * Searches the orders of steps that only pass through sound states, from nothing done to everything done. A state is
 * looked at only if a sound order can have come that far, so the states at most 2 ** steps.
 */
export async function findOrders(
  steps: readonly Step[],
  isSound: (done: ReadonlySet<string>) => Promise<boolean>,
): Promise<Orders> {
  const sound = await soundStates(steps, (state) => isSound(doneIn(steps, state)));
  const ways = waysThrough(steps, (state) => sound.has(state));
  const possible = waysThrough(steps, () => true);
  const always = precedencesIn(steps, ways.states);
  const usual = precedencesIn(steps, possible.states);
  const kept = (state: State) => always.every(([first, second]) => !has(state, second) || has(state, first));
  return {
    sound: ways.count,
    possible: possible.count,
    precedences: closest(always)
      .filter(([first, second]) => !usual.some(([one, other]) => one === first && other === second))
      .map(([first, second]) => [steps[first]!.name, steps[second]!.name]),
    areExactly: ways.count === waysThrough(steps, kept).count,
    example: exampleOf(steps, ways.states),
  };
}

const has = (state: State, step: number) => (state & (1 << step)) !== 0;

const everything = (steps: readonly Step[]): State => (1 << steps.length) - 1;

const doneIn = (steps: readonly Step[], state: State): Set<string> =>
  new Set(steps.filter((_, index) => has(state, index)).map(({ name }) => name));

/** The states that one more step leads to. */
function nextOf(steps: readonly Step[], state: State): State[] {
  const done = doneIn(steps, state);
  return steps.flatMap(({ name, after }, index) => {
    const isPossible = !done.has(name) && (after === undefined || done.has(after));
    return isPossible ? [state | (1 << index)] : [];
  });
}

async function soundStates(
  steps: readonly Step[],
  isSound: (state: State) => Promise<boolean>,
): Promise<ReadonlySet<State>> {
  const sound = new Set<State>();
  let reached = new Set<State>([0]);
  while (reached.size > 0) {
    const next = new Set<State>();
    for (const state of [...reached].sort((one, other) => one - other)) {
      if (!(await isSound(state))) continue;
      sound.add(state);
      for (const further of nextOf(steps, state)) next.add(further);
    }
    reached = next;
  }
  return sound;
}

/** The number of ways from nothing done to everything done, and the states on them. */
function waysThrough(steps: readonly Step[], isOpen: (state: State) => boolean) {
  const known = new Map<State, number>();
  const waysFrom = (state: State): number => {
    const before = known.get(state);
    if (before !== undefined) return before;
    const further = nextOf(steps, state).filter(isOpen).map(waysFrom);
    const ways = state === everything(steps) ? 1 : further.reduce((sum, one) => sum + one, 0);
    known.set(state, ways);
    return ways;
  };
  const count = isOpen(0) ? waysFrom(0) : 0;
  const states = count === 0 ? [] : [...known].flatMap(([state, ways]) => (ways > 0 ? [state] : []));
  return { count, states };
}

/** The pairs of steps of which the first is done in every state that has the second. */
function precedencesIn(steps: readonly Step[], states: readonly State[]): [number, number][] {
  if (states.length === 0) return [];
  const all = [...steps.keys()];
  return all.flatMap((second) =>
    all
      .filter((first) => first !== second && states.every((state) => !has(state, second) || has(state, first)))
      .map((first): [number, number] => [first, second]),
  );
}

/** Without those that follow from two others. */
const closest = (pairs: readonly [number, number][]) =>
  pairs.filter(
    ([first, second]) =>
      !pairs.some(([one, via]) => one === first && pairs.some(([from, to]) => from === via && to === second)),
  );

function exampleOf(steps: readonly Step[], states: readonly State[]): string[] {
  const order: string[] = [];
  for (let state: State = 0; states.length > 0 && state !== everything(steps);) {
    const next = nextOf(steps, state).find((further) => states.includes(further));
    if (next === undefined) return [];
    order.push(...steps.filter((_, index) => has(next & ~state, index)).map(({ name }) => name));
    state = next;
  }
  return order;
}
