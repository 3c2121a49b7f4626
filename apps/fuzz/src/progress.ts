/** What a console is to progress: a terminal's line that is overwritten, or a log that grows. */
type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

const STEPS_ON_TERMINAL = 1_000;
const STEPS_IN_LOG = 10;

/** Shows how many of `total` are done: often on a terminal, a few times in a log. */
export function progressOn(output: Output, total: number) {
  const every = Math.max(1, Math.floor(total / (output.isTTY ? STEPS_ON_TERMINAL : STEPS_IN_LOG)));
  const clear = () => {
    if (output.isTTY) output.write('\r\x1b[K');
  };
  return {
    /** Call with the number of those that are done. */
    show(done: number): void {
      if (done % every !== 0 && done !== total) return;
      clear();
      output.write(`${done} of ${total} requests${output.isTTY && done !== total ? '' : '\n'}`);
    },
    /** Call before anything else is written. */
    clear,
  };
}
