/** Of each turn (ms) a slowed process stands still for the first part, and runs for the rest. */
const STILL_MS = 8;
const RUNNING_MS = 2;

/**
 * Slows a process down: it stands still for four fifths of the time, in turns of 10 ms. Timers are coarse, so this is
 * what is asked of the system, and not what was measured.
 * @returns a function that lets the process run freely again
 */
export function slowDown(signal: (name: 'SIGSTOP' | 'SIGCONT') => void): () => void {
  let timer: NodeJS.Timeout;
  const stop = () => {
    signal('SIGSTOP');
    timer = setTimeout(go, STILL_MS);
  };
  const go = () => {
    signal('SIGCONT');
    timer = setTimeout(stop, RUNNING_MS);
  };
  stop();
  return () => {
    clearTimeout(timer);
    signal('SIGCONT');
  };
}
