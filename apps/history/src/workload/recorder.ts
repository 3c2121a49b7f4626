import type { Operation, Value } from '../record/entries';
import type { LiveRecord } from './live-records';
import { outcomeOf } from './outcome';
import type { Ask, Reply } from './request';

export interface Performance {
  client: string;
  does: Operation['does'];
  target: Pick<LiveRecord, 'record' | 'parents'>;
  /** What is to be written. */
  value?: Value;
  /** The request. */
  asks: Parameters<Ask>;
  /** What a read says about records; by default nothing. */
  sees?: (body: unknown) => { record: string; parents: string[]; value: Value }[];
}

interface Recording {
  ask: Ask;
  /** Milliseconds since the beginning. */
  now: () => number;
  onOperation: (operation: Operation) => void;
}

/** Sends a request and records what its client knows afterwards. */
export type Perform = (performance: Performance) => Promise<{ reply: Reply; outcome: Operation['outcome'] }>;

export const recorder =
  ({ ask, now, onOperation }: Recording): Perform =>
  async ({ client, does, target, value, asks, sees }) => {
    const invokedAt = now();
    const reply = await ask(...asks);
    const outcome = outcomeOf(reply, does);
    const common = {
      type: 'operation' as const,
      client,
      does,
      invokedAt,
      completedAt: now(),
      outcome,
      answer: reply.answer,
    };
    const { record, parents } = target;
    if (does !== 'read') onOperation({ ...common, record, parents, ...(value !== undefined && { value }) });
    else if (reply.status === 200) for (const seen of sees?.(reply.body) ?? []) onOperation({ ...common, ...seen });
    else onOperation({ ...common, record, parents, value: null });
    return { reply, outcome };
  };
