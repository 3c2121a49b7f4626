import type { History, Operation } from '../record/entries';
import type { Violation } from './violation';

/** Checks each answer on its own: the contract has it, and a missing parent may really have been missing. */
export function checkAnswers({ operations }: History): Violation[] {
  const byRecord = Map.groupBy(operations, ({ record }) => record);
  const mayBeMissing = (parent: string, { invokedAt, completedAt }: Operation) => {
    const its = byRecord.get(parent) ?? [];
    const isDeleted = its.some(({ does, ...deletion }) => does === 'delete' && deletion.invokedAt <= completedAt);
    const exists = its.some(({ does, outcome, ...creation }) => {
      return does === 'create' && outcome === 'done' && creation.completedAt <= invokedAt;
    });
    return isDeleted || !exists;
  };
  return operations.flatMap((operation): Violation[] => {
    const { outcome, does, parents, record, answer } = operation;
    const of = (kind: Violation['kind'], message: string) => [{ kind, message, record, operations: [operation] }];
    if (outcome === 'wrong') return of('wrong answer', `${record}: ${does} was answered ${answer}`);
    if (does !== 'create' || outcome !== 'missing') return [];
    if (parents.some((parent) => mayBeMissing(parent, operation))) return [];
    return of('denied', `${record}: the answer was ${answer}, although nobody has deleted ${parents.join(' or ')}`);
  });
}
