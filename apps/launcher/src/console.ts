import pc from 'picocolors';
import type { Report } from './detach';

/** The launcher's output. */
export interface Console {
  say: (text: string) => void;
  /** Something is ready. */
  tick: (what: string, after: string) => void;
  complain: (text: string) => void;
  /** The requested result, for programs to read. */
  answer: (text: string) => void;
}

/** @param json reserves standard output for the result; everything else goes to standard error. */
export function openConsole({ json }: { json?: boolean | undefined }): Console {
  const output = json ? process.stderr : process.stdout;
  const { NO_COLOR, CI } = process.env;
  // Colour is for eyes: not in files, not in CI, not against the user's will (https://no-color.org).
  const { green, red, dim } = pc.createColors(output.isTTY && !NO_COLOR && !CI);
  const say = (text: string) => void output.write(`${text}\n`);
  return {
    say,
    tick: (what, after) => say(`${green('✓')} ${what.padEnd(22)} ${dim(`ready after ${after}`)}`),
    complain: (text) => void process.stderr.write(`${red(text)}\n`),
    answer: (text) => void process.stdout.write(`${text}\n`),
  };
}

/** Also reports everything to the launcher in the terminal, as long as that one listens. */
export function reporting(console: Console): Console {
  const alsoTo =
    (call: keyof Console) =>
    (first: string, second = '') => {
      console[call](first, second);
      report({ call, with: [first, second] });
    };
  return { say: alsoTo('say'), tick: alsoTo('tick'), complain: alsoTo('complain'), answer: alsoTo('answer') };
}

/** If the other end has stopped listening, there is nobody to tell. */
export const report = (what: Report): void => void process.send?.(what, () => {});

/** A closed terminal, or a reader that has had enough, is no reason to take the stack down. */
export function surviveClosedOutput(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
}
