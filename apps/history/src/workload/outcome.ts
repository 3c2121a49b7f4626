import type { Operation } from '../record/entries';
import type { Reply } from './request';

/** What 4xx says about an operation: creations fail on what exists, or on a parent that does not. */
const FAILURES: Record<Operation['does'], Partial<Record<number, Operation['outcome']>>> = {
  create: { 409: 'exists', 400: 'missing', 404: 'missing' },
  write: { 404: 'missing' },
  delete: { 404: 'missing' },
  // A read that finds nothing has read that there is nothing.
  read: { 404: 'done' },
};

/** What a client knows after an answer, or after none. */
export function outcomeOf({ status, isUnsent }: Reply, does: Operation['does']): Operation['outcome'] {
  if (status === undefined) return isUnsent ? 'refused' : 'unknown';
  if (status === 503) return 'refused';
  // A read has no effect that could be unknown, so the contract has no 504 for it.
  if (status === 504) return does === 'read' ? 'wrong' : 'unknown';
  return status < 300 ? 'done' : (FAILURES[does][status] ?? 'wrong');
}
