import type { FinalState, History, Operation, Value } from '../record/entries';
import { isLinearizable, type Step } from './linearizable';
import { cascadeOf, pending, possible, stepOf } from './steps';
import type { Violation } from './violation';

const FINAL = 'final';

const NOTHING_DONE = ['refused', 'exists', 'missing'];

interface RecordHistory {
  /** The operations on the record, the read of the final state among them. */
  operations: Operation[];
  /** The deletions of its parents that may have reached it, as steps. */
  cascades: Step[];
  /** The deletions of its parents that were refused, so that they cannot. */
  refusedCascades: Operation[];
}

/** Checks the operations on each record, the final state being one more read. */
export function checkRecords({ operations, final }: History): Violation[] {
  const byRecord = Map.groupBy(operations, ({ record }) => record);
  const finalValues = valuesIn(final);
  return [...byRecord].flatMap(([record, its]) => {
    const parents = new Set(its.flatMap((one) => one.parents));
    const deletions = [...parents]
      .flatMap((parent) => byRecord.get(parent) ?? [])
      .filter(({ does }) => does === 'delete')
      .filter(mayReach(its));
    const violation = explain({
      operations: [...its, finalRead(record, finalValues.get(record) ?? null, final.at)],
      cascades: deletions
        .filter((deletion) => !isDenied(deletion))
        .map((deletion) => cascadeOf(deletion, mustReach(its)(deletion) ? beforeReading(final) : Infinity)),
      refusedCascades: deletions.filter(isDenied),
    });
    return violation ? [violation] : [];
  });
}

const isDenied = ({ outcome }: Operation) => NOTHING_DONE.includes(outcome);

/** A deletion that was over before the record's first creation began was of another record of its parent's name. */
const mayReach = (its: Operation[]) => {
  const began = Math.min(...its.filter(({ does }) => does === 'create').map(({ invokedAt }) => invokedAt));
  return ({ outcome, completedAt }: Operation) => outcome !== 'done' || completedAt >= began;
};

/** The latest moment (ms) of which the final state shows the effect. */
const beforeReading = ({ at }: FinalState) => at - 1;

/** A deletion that is done takes along what was there before it began, also where its name has been taken again. */
const mustReach = (its: Operation[]) => (deletion: Operation) =>
  deletion.outcome === 'done' &&
  its.some(
    ({ does, outcome, completedAt }) => does === 'create' && outcome === 'done' && completedAt <= deletion.invokedAt,
  );

/** The values of all records that clients may have made, by their names. */
function valuesIn({ companies, jobs, users }: FinalState): Map<string, Value> {
  const titles = new Map(jobs.map(({ id, title }) => [id, title]));
  return new Map<string, Value>([
    ...companies.map(({ handle, description }) => [`company/${handle}`, description] as const),
    ...jobs.map(({ title, salary }) => [`job/${title}`, salary] as const),
    ...users.map(({ username, firstName }) => [`user/${username}`, firstName] as const),
    ...users.flatMap(({ username, applications }) =>
      applications.map((id) => [`application/${username}/${titles.get(id)}`, 'applied'] as const),
    ),
  ]);
}

const finalRead = (record: string, value: Value, at: number): Operation => ({
  ...{ type: 'operation', client: FINAL, record, parents: [], does: 'read', value },
  ...{ invokedAt: at, completedAt: at, outcome: 'done', answer: '200' },
});

/** The first operation that nothing explains, if there is one. */
function explain({ operations, cascades, refusedCascades }: RecordHistory): Violation | undefined {
  const seen = new Set(operations.flatMap(({ does, value }) => (does === 'read' ? [value] : [])));
  // It can only be in the way of what follows.
  const isIdle = (one: Operation) =>
    one.does === 'write' && stepOf(one)?.completedAt === Infinity && !seen.has(one.value);
  const relevant = operations.filter((one) => !isIdle(one));
  const isInOrder = (steps: (Step | undefined)[]) => isLinearizable([...steps.filter((step) => !!step), ...cascades]);
  if (isInOrder(relevant.map(stepOf))) return undefined;

  /** What was known at a moment; some operations may have had an effect that their clients were told they have not. */
  const upTo = (now: number, suspects: Operation[]) =>
    relevant
      .filter(({ invokedAt }) => invokedAt <= now)
      .map((one) => (suspects.includes(one) ? possible(one) : one.completedAt <= now ? stepOf(one) : pending(one)));
  const ends = relevant.toSorted((one, other) => one.completedAt - other.completedAt);
  const culprit = ends.find(({ completedAt }) => !isInOrder(upTo(completedAt, [])))!;
  const suspects = relevant.filter((one) => one !== culprit && isDenied(one) && couldExplain(one, culprit));
  const isRefusedButDone = isInOrder([
    ...upTo(culprit.completedAt, suspects),
    ...refusedCascades.map((one) => cascadeOf(one)),
  ]);
  const told = isRefusedButDone ? [...suspects, ...refusedCascades].map(({ answer }) => answer) : [];
  return { ...named(culprit, told), record: culprit.record, operations: [...operations, ...refusedCascades] };
}

const couldExplain = ({ does, value }: Operation, culprit: Operation) =>
  does === 'delete' ? (culprit.value ?? null) === null : does !== 'read' && value === culprit.value;

/** The kind of the violation, and a sentence about it. `told`: the answers to refused operations that would explain it. */
function named(culprit: Operation, told: string[]): Pick<Violation, 'kind' | 'message'> {
  const { record, does, outcome, value = null, client } = culprit;
  const seen = value === null ? 'absent' : JSON.stringify(value);
  if (told.length > 0) {
    return {
      kind: 'refused but done',
      message: `${record} is ${seen}, although whoever did that was told: ${told[0]}`,
    };
  }
  if (does !== 'read') {
    return { kind: 'impossible', message: `${record}: ${does} ended as "${outcome}", which nothing explains` };
  }
  if (client === FINAL) {
    return { kind: 'lost', message: `${record} is ${seen} in the end, which is not what was acknowledged` };
  }
  return { kind: 'stale', message: `${record} was read as ${seen}, after something else had been acknowledged` };
}
