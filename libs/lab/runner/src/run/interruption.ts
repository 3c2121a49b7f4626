import { Failure } from '@jobly/lab/instrument';

/** The reason that a run ends early: Ctrl-C, or a closed terminal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('It was interrupted.');
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that aborts on Ctrl-C; the second Ctrl-C ends the process at once. */
export function onInterruption(): { signal: AbortSignal; fail: (sentence: string) => void; release: () => void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Interrupted());
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  return {
    signal: controller.signal,
    fail: (sentence) => controller.abort(new Failure(sentence)),
    release() {
      for (const signal of SIGNALS) process.off(signal, interrupt);
    },
  };
}
