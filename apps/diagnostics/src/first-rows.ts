/** Nobody reads more. */
const LONGEST = 1_000;

/** The rows that are shown to people, and a sentence about the rest if there is one. */
export function firstOf<T>(rows: T[]): { shown: T[]; rest: string[] } {
  const left = rows.length - LONGEST;
  const sentence = `and ${left.toLocaleString('en')} more; --json has all`;
  return { shown: rows.slice(0, LONGEST), rest: left > 0 ? [sentence] : [] };
}
