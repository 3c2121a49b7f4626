import { computed, signal } from '@preact/signals';
import type { Experiments, LabRun } from '../../../api/experiments';
import { ask } from '../../ask';
import { hear, state } from '../../live';
import { messageOf } from '../../message-of';

/** The experiments with their runs; undefined until they are known. */
export const found = signal<Experiments | undefined>(undefined);

/** Why they are not known. */
export const failure = signal<string | undefined>(undefined);

/** The console's own run of the lab. */
export const labRun = signal<LabRun | null>(null);

async function look(): Promise<void> {
  try {
    const answer = await ask<Experiments>('api/experiments');
    [found.value, labRun.value, failure.value] = [answer, answer.lab, undefined];
  } catch (error) {
    failure.value = messageOf(error);
  }
}

hear<LabRun>('lab', (run) => (labRun.value = run));

// At first, and whenever a run may have begun or ended, whoever has started it.
const begunOrEnded = computed(() => [state.value?.measuring, labRun.value?.ended].join());
begunOrEnded.subscribe(() => void look());
