import { count, percentage, signed, type Table, threeDigits } from '@jobly/lab/results';
import { elasticityOf, type Elasticity } from '../figures/elasticity';
import type { Followed } from '../course';
import type { Watched } from '../observe';
import { LIMIT_MS, STEP_MS, TARGET_SHARE } from '../plan';
import { groupsOf, partsByNeed, repetitionsOf } from './groups';
import { bracketsInWords, repeated } from './repeated';

/** The table's name, by which the conclusion finds it. */
export const ELASTICITY = 'elasticity';

/** One row for each process of each stack along each curve, beginning with the one that needs most replicas. */
export function elasticityTable(watched: Watched): Table {
  const rows = groupsOf(watched.courses).flatMap(({ stack, curve, courses }) =>
    partsByNeed(watched, stack).map((part) => {
      const followed = courses.map(({ deployments }) => deployments.get(part)!);
      return [stack, curve, part, ...cellsOf(followed)];
    }),
  );
  const repetitions = Array.from(
    repetitionsOf(watched.courses),
    ([curve, times]) => `${curve} was followed ${bracketsInWords(times)}`,
  );
  return {
    name: ELASTICITY,
    title: 'How closely replicas follow the load',
    note: `Demand is the number of replicas that the load of the moment needs, by what one takes with a p99 within ${LIMIT_MS} ms; supply is those that are ready. Accuracy: replicas missing (U) or needed by nobody (O), on average over the whole time; time share: how much of the time there were too few or too many (Herbst et al.); jitter: how many more times a minute supply changed than demand; shortage: how long one lasted on average. The rule aims at ${percentage(TARGET_SHARE)} of what a replica takes, so some supply is always more than the demand. ${repetitions.join('; ')}.`,
    head: [
      'stack',
      'load',
      'process',
      'replicas needed at most',
      'ready at most',
      'accuracy_U',
      'accuracy_O',
      'timeshare_U',
      'timeshare_O',
      'jitter/min',
      'shortage',
    ],
    rows,
    keys: rows.map(([stack, curve, part]) => `${stack}: ${curve}: ${part}`),
  };
}

function cellsOf(followed: readonly Followed[]): string[] {
  const all = followed.map(({ demand, supply }) => elasticityOf(demand, supply, STEP_MS));
  const cell = (of: (one: Elasticity) => number, inWords?: (value: number) => string) => repeated(all.map(of), inWords);
  const shortages = all.flatMap(({ shortageMs }) => shortageMs ?? []);
  return [
    count(Math.max(...followed.flatMap(({ demand }) => demand))),
    count(Math.max(...followed.flatMap(({ supply }) => supply))),
    cell(({ accuracyU }) => accuracyU),
    cell(({ accuracyO }) => accuracyO),
    cell(({ timeshareU }) => timeshareU, percentage),
    cell(({ timeshareO }) => timeshareO, percentage),
    cell(
      ({ jitter }) => jitter,
      (value) => signed(value),
    ),
    shortagesInWords(shortages, all.length),
  ];
}

/** How long they lasted, and of how many repetitions, if there was not one in each. */
function shortagesInWords(shortagesMs: readonly number[], repetitions: number): string {
  if (shortagesMs.length === 0) return 'none';
  const lasted = repeated(shortagesMs, (ms) => `${threeDigits(ms / 1_000)} s`);
  return shortagesMs.length === repetitions ? lasted : `${lasted}, in ${shortagesMs.length} of ${repetitions}`;
}
