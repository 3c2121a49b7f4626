/** Eighths of a character, from the left. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for `length` from `begin` on, of `total`, in a column of so many characters; never invisible. */
export function bar(begin: number, length: number, total: number, width: number): string {
  const scale = total > 0 ? width / total : 0;
  // It begins with a whole character: there are no eighths from the right.
  const from = Math.min(Math.floor(begin * scale), width - 1);
  const eighths = Math.max(1, Math.round(Math.min((begin + length) * scale - from, width - from) * 8));
  const drawn = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
  return (' '.repeat(from) + drawn).padEnd(width);
}
