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

/** A window in which the CPU time of a request is looked at. */
const WINDOW = 2_500;

/**
 * The warm-up of all arms, by equal counts rather than equal times, which would give the faster arm more of it: each arm
 * gets so many requests, spread evenly over its operations.
 */
export function warmUpOf(cases: readonly Case[], requests: number): WarmUp[] {
  const byArm = [...operationsByArm(cases)];
  return byArm.flatMap(([arm, ofArm]) => {
    const fast = ofArm.filter(isFast);
    return ofArm.map((one): WarmUp => {
      const { maxRate } = one.workload;
      if (maxRate === undefined) {
        const share = Math.ceil(requests / fast.length);
        return { case: one, arm, load: FULL_SPEED, requests: share, durationMs: LONGEST_MS };
      }
      return { case: one, arm, load: { loop: 'open', arrivals: 'constant', rate: maxRate }, durationMs: RATED_MS };
    });
  });
}

/** A window of the warm-up for every arm that has an operation for it. */
export const windowsOf = (cases: readonly Case[], requests: number): WarmUp[] =>
  [...operationsByArm(cases)].flatMap(([arm, ofArm]): WarmUp[] => {
    const [first] = ofArm.filter(isFast);
    const size = Math.min(WINDOW, requests);
    return first ? [{ case: first, arm, load: FULL_SPEED, requests: size, durationMs: LONGEST_MS }] : [];
  });

const isFast = ({ workload }: Case) => workload.maxRate === undefined;

/** The operations of every arm, each with the first case that it is in. */
function operationsByArm(cases: readonly Case[]): Map<Arm, Case[]> {
  const found = new Map<Arm, Map<string, Case>>();
  for (const one of cases) {
    for (const arm of one.arms) {
      const known = found.get(arm) ?? new Map<string, Case>();
      found.set(arm, known);
      if (!known.has(one.workload.name)) known.set(one.workload.name, one);
    }
  }
  return new Map([...found].map(([arm, known]) => [arm, [...known.values()]]));
}
