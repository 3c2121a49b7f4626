import type { Operation, Value } from '../record/entries';
import type { Step } from './linearizable';

/** What an operation whose end is not known makes of a record, if it takes effect. */
const effects: Record<Operation['does'], (before: Value, value: Value) => Value> = {
  create: (before, value) => before ?? value,
  write: (before, value) => (before === null ? null : value),
  delete: () => null,
  read: (before) => before,
};

/** The operation as a step on its record; undefined if it says nothing about it. */
export function stepOf(operation: Operation): Step | undefined {
  const { outcome, invokedAt, completedAt } = operation;
  if (outcome === 'unknown' || outcome === 'wrong') return pending(operation);
  const apply = completed(operation);
  return apply && { invokedAt, completedAt, apply };
}

/** The operation as it looks before its end is known. */
export function pending(operation: Operation): Step | undefined {
  return operation.does === 'read' || operation.outcome === 'refused' ? undefined : possible(operation);
}

/** The operation as a step that may have taken effect, whatever its client was told. */
export const possible = ({ does, value = null, invokedAt }: Operation): Step => ({
  ...{ invokedAt, completedAt: Infinity },
  apply: (before) => effects[does](before, value),
});

function completed({ does, outcome, value = null }: Operation): Step['apply'] | undefined {
  const only = (isPossible: (before: Value) => boolean, after: (before: Value) => Value): Step['apply'] => {
    return (before) => (isPossible(before) ? after(before) : undefined);
  };
  const isAbsent = (before: Value) => before === null;
  const isPresent = (before: Value) => before !== null;
  const same = (before: Value) => before;
  switch (`${does} ${outcome}`) {
    case 'create done':
      return only(isAbsent, () => value);
    case 'create exists':
      return only(isPresent, same);
    case 'write done':
      return only(isPresent, () => value);
    case 'delete done':
      return only(isPresent, () => null);
    case 'write missing':
    case 'delete missing':
      return only(isAbsent, same);
    case 'read done':
      return only((before) => before === value, same);
    default:
      // Nothing was done, or it says something about a parent only.
      return undefined;
  }
}

/**
 * The deletion of a parent as a step on a child: it takes effect some time later, before `by` if it must, and else if at
 * all.
 */
export const cascadeOf = ({ invokedAt }: Operation, by = Infinity): Step => ({
  invokedAt,
  completedAt: by,
  apply: () => null,
});
