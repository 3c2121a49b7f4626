import { Failure } from '../failure';

/** Why a run ends early: Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('It was interrupted.');
  }
}

/** A signal that aborts on Ctrl-C; the second Ctrl-C ends the process at once. */
export function onInterruption(): { signal: AbortSignal; fail: (sentence: string) => void; release: () => void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Interrupted());
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    fail: (sentence) => controller.abort(new Failure(sentence)),
    release: () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt),
  };
}
