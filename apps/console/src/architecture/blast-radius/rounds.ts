import { setTimeout as delay } from 'node:timers/promises';
import type { LaunchedPart, Topology } from '@jobly/stack';
import type { BlastRadius, FaultInForce, OperationName, Outcome } from '../../../api/architecture';
import { type Front, frontsIn } from './fronts';
import { prepare, type Records, remove } from './records';
import { round } from './round';

/** Finds out what still works, round after round, while something fails and somebody watches. */
export interface Rounds {
  /** Makes one round at least. */
  check(): void;
  /** Goes on if something is at fault, now that somebody watches again. */
  resume(): void;
  /** Makes the records of all stacks, so that they are there when a part fails. Never rejects. */
  prepare(): Promise<unknown>;
  /** What has been found out so far. */
  latest(): BlastRadius;
}

/** As many rounds are made after everything has been mended, until all is well. */
const MOST_RECOVERIES = 5;

/** From the beginning of a round to that of the next (ms). */
const EVERY_MS = 2_000;

interface Surroundings {
  parts: () => readonly LaunchedPart[];
  isWatched: () => boolean;
  seedPassword: string;
  tell: (result: BlastRadius) => void;
}

function faultOf({ name: part, pid, faults: { held, cut } }: LaunchedPart): FaultInForce[] {
  const is = held ?? (pid === null ? 'down' : undefined);
  return (is ?? cut.length > 0) ? [{ part, cut, ...(is && { is }) }] : [];
}

export function createRounds({ parts, isWatched, seedPassword, tell }: Surroundings): Rounds {
  const records = new Map<Topology, Records>();
  const found = new Map<Topology, Partial<Record<OperationName, Outcome>>>();
  let isWanted = false;
  let recoveries = 0;
  let running: Promise<void> | undefined;
  let whole: Pick<BlastRadius, 'faults' | 'endedAt'> = { faults: [], endedAt: null };

  const inForce = () => parts().flatMap(faultOf);
  const result = (): BlastRadius => {
    const stacks = frontsIn(parts()).map(({ topology }) => ({ topology, outcomes: found.get(topology) ?? {} }));
    return { stacks, ...whole, isChecking: running !== undefined };
  };
  const say = () => tell(result());
  const isWell = () =>
    [...found.values()].every((outcomes) => Object.values(outcomes).every(({ is }) => is === 'works'));

  async function prepareOne({ topology, origin }: Front) {
    if (records.has(topology)) return;
    const made = await prepare(origin, seedPassword);
    if (made) records.set(topology, made);
  }
  async function removeOne({ topology, origin }: Front) {
    const made = records.get(topology);
    records.delete(topology);
    if (made) await remove(origin, made);
  }
  // They have the same names, so nothing is made while something is removed.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (make: (front: Front) => Promise<void>) =>
    (turn = turn.then(() => Promise.all(frontsIn(parts()).map(make))));

  async function makeRound() {
    const faults = inForce();
    if (JSON.stringify(faults) !== JSON.stringify(whole.faults)) {
      // What was found under other faults says nothing of these.
      found.clear();
      whole = { faults, endedAt: null };
      say();
    }
    await inTurn(prepareOne);
    await Promise.all(
      frontsIn(parts()).map(({ topology, origin }) =>
        round(origin, records.get(topology), (operation, outcome) => {
          found.set(topology, { ...found.get(topology), [operation]: outcome });
          say();
        }),
      ),
    );
    whole = { faults, endedAt: Date.now() };
  }

  const isDue = () => isWanted || (isWatched() && inForce().length > 0);
  async function makeRounds() {
    while (isDue()) {
      isWanted = false;
      await Promise.all([makeRound(), delay(EVERY_MS)]);
      recoveries = whole.faults.length === 0 && !isWell() ? recoveries + 1 : 0;
      // What was mended needs a moment: a circuit closes, a pool connects again.
      if (recoveries > 0 && recoveries < MOST_RECOVERIES && isWatched()) isWanted = true;
    }
    recoveries = 0;
    // Until all is well they could not be made again.
    if (inForce().length === 0) await inTurn(removeOne);
    running = undefined;
    say();
    // Something may have happened while the records were removed.
    if (isDue()) check();
  }

  function check() {
    isWanted = true;
    running ??= makeRounds();
    say();
  }
  const resume = () => {
    if (inForce().length > 0) check();
  };
  return { check, resume, prepare: () => inTurn(prepareOne), latest: result };
}
