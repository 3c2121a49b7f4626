import type { Arm } from '../experiment/arm';
import type { Case } from '../experiment/case';
import type { Load } from '../experiment/settings';

/** A block of the warm-up: an operation at an arm, and its load. */
export interface WarmUp {
  case: Case;
  arm: Arm;
  load: Load;
  /** It ends after so many requests; in an open loop, after its duration. */
  requests?: number;
  durationMs: number;
}

/** At full speed: it is for the compiler, not for a figure. */
const FULL_SPEED: Load = { loop: 'closed', concurrency: 16 };

/** No warm-up takes longer, however slow the arm. */
const LONGEST_MS = 120_000;

/** Of an operation that must not run at full speed. */
const RATED_MS = 1_500;

/** Every operation gets at least this share of them, however many there are: each has code of its own to compile. */
const LEAST_SHARE = 1 / 5;

/** A window in which the CPU time of a request is looked at. */
const WINDOW = 2_500;

/**
 * The warm-up of all targets, by equal counts rather than equal times, which would give the faster one more of it: each
 * gets at least so many requests, spread evenly over its arms and their operations.
 */
export const warmUpOf = (targets: readonly Turn[][], requests: number): WarmUp[] =>
  targets.flatMap((turns) => {
    const fast = turns.filter(isFast);
    return turns.map((turn): WarmUp => {
      const { maxRate } = turn.case.workload;
      if (maxRate === undefined) return fullSpeed(turn, requests * Math.max(1 / fast.length, LEAST_SHARE));
      return { ...turn, load: { loop: 'open', arrivals: 'constant', rate: maxRate }, durationMs: RATED_MS };
    });
  });

/** A window of the warm-up for every target: a little of everything that is fast enough for it. */
export const windowsOf = (targets: readonly Turn[][], requests: number): WarmUp[] =>
  targets.flatMap((turns) => {
    const fast = turns.filter(isFast);
    return fast.map((turn) => fullSpeed(turn, Math.min(WINDOW, requests) / fast.length));
  });

const fullSpeed = (turn: Turn, requests: number): WarmUp => ({
  ...turn,
  load: FULL_SPEED,
  requests: Math.ceil(requests),
  durationMs: LONGEST_MS,
});

/** An operation at an arm, with the first case that it is in. */
export type Turn = Pick<WarmUp, 'case' | 'arm'>;

const isFast = ({ case: { workload } }: Turn) => workload.maxRate === undefined;

/**
 * Everything that is asked of every target. Arms that are one target in several states or under several loads share it; a
 * twin is asked everything that is asked of the arm it repeats, so that both are warm in the same way.
 */
export function turnsByTarget(cases: readonly Case[]): Turn[][] {
  const twins = cases.flatMap(({ arms }) => arms.filter(({ repeats }) => repeats !== undefined));
  const turns = new Map<string, Turn>();
  for (const one of cases) {
    const repeating = twins.filter(({ repeats }) => one.arms.some(({ name }) => name === repeats));
    for (const arm of new Set([...one.arms, ...repeating])) {
      const key = JSON.stringify([arm.name, one.workload.name]);
      if (!turns.has(key)) turns.set(key, { case: one, arm });
    }
  }
  return [...Map.groupBy(turns.values(), ({ arm }) => arm.origin).values()];
}
