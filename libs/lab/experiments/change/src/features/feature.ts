/**
 * One edit of a file, relative to the workspace. `anchor` is a piece of text that occurs exactly once in it; `copyOf` is
 * another file, which is copied as the edits before have left it.
 */
export type Edit =
  | { file: string; create: string }
  | { file: string; copyOf: string }
  | { file: string; anchor: string; replace: string };

/** A feature, as the edits that bring it into the code, with its tests. */
export interface Feature {
  /** The field's term for it, in kebab-case: the name of its option on the command line. */
  name: string;
  /** "A field on companies that GET /jobs/:id shows". */
  title: string;
  edits: readonly Edit[];
}
