import type { FinalState, History, Operation } from '../record/entries';

/** An operation that begins at `at` and takes one millisecond, unless it is said otherwise. */
export function operation(
  record: string,
  does: Operation['does'],
  at: number,
  { value, ...more }: Partial<Operation> = {},
): Operation {
  return {
    ...{ type: 'operation', client: 'a', record, parents: [], does, outcome: 'done', answer: '200' },
    ...{ invokedAt: at, completedAt: at + 1 },
    ...(value !== undefined && { value }),
    ...more,
  };
}

/** A history with these operations that ended in this state; whatever is not named is not there. */
export const historyOf = (operations: Operation[], final: Partial<Omit<FinalState, 'type'>> = {}): History => ({
  beginning: { type: 'beginning', format: 1, stack: 'micro', seed: 1, seconds: 60 },
  faults: [],
  operations,
  final: { type: 'final', at: 1_000, companies: [], jobs: [], users: [], ...final },
});

export const acme = (description: string) => ({ companies: [{ handle: 'acme', description }] });

export const tester = (salary: number, id = 1) => ({ id, title: 'tester', salary, companyHandle: 'acme' });
