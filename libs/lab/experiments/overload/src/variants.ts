import { startTwin, type Variant } from '@jobly/lab/system-under-test';
import type { Scene } from '@jobly/lab/runner';

/** A stack, with its admission control or without. */
export interface Kind {
  name: string;
  stack: 'monolith' | 'micro';
  isAdmitting: boolean;
}

export const kinds: readonly Kind[] = (['monolith', 'micro'] as const).flatMap((stack) => [
  { name: stack, stack, isAdmitting: true },
  { name: `${stack} without admission control`, stack, isAdmitting: false },
]);

/** Starts one of them over the databases of the usual stacks. */
export const startKind = ({ stacks, signal }: Scene, { stack, isAdmitting }: Kind): Promise<Variant> =>
  startTwin(stack, stacks.postgres!, signal, { ADMIT_ALL: String(!isAdmitting) });
