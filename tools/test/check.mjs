import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The processes that run at the moment, each the leader of a group: npm, a shell, and the check. */
const running = new Set();

/**
 * Starts a check. Its output appears at once, or if it runs in the background once `show` is called: all of it up to
 * then, and the rest as it comes.
 */
export function startCheck(name, [program, ...args], { background = false } = {}) {
  const begin = performance.now();
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', ...(background ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
    env: { ...process.env, ...(background && process.stdout.isTTY && !process.env.NO_COLOR && { FORCE_COLOR: '1' }) },
  });
  running.add(child);
  const output = background ? heldBack(child) : { show: () => {} };
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { name, ok: code === 0, seconds: (performance.now() - begin) / 1000 };
  });
  return { name, ended, show: output.show };
}

/** Keeps what a process says, in the order in which it comes. */
function heldBack({ stdout, stderr }) {
  const held = [];
  let print = (...said) => void held.push(said);
  stdout.on('data', (text) => print(process.stdout, text));
  stderr.on('data', (text) => print(process.stderr, text));
  return {
    show() {
      print = (stream, text) => void stream.write(text);
      for (const said of held) print(...said);
    },
  };
}

/** Passes a signal to every check that runs. */
export function signalChecks(signal) {
  for (const { pid } of running) {
    try {
      process.kill(-pid, signal);
    } catch {
      // It has just ended.
    }
  }
}
