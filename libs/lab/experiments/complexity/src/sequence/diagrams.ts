import type { Observations } from '@jobly/lab/runner';
import type { Recording } from '../recording/stacks';
import { sequenceOf } from './sequence';

/** A sequence diagram of every operation in each topology, those of an operation one after the other. */
export const diagramsOf = (recordings: readonly Recording[]): Required<Observations>['diagrams'] => {
  const all = recordings.flatMap(({ topology, operations }) =>
    operations.map((operation) => ({
      ...{ operation: operation.operation, title: `${operation.title}, ${topology}` },
      mermaid: sequenceOf(operation),
    })),
  );
  return [...Map.groupBy(all, ({ operation }) => operation).values()].flatMap((alike) =>
    alike.map(({ title, mermaid }) => ({ title, mermaid })),
  );
};
