import { tmpdir } from 'node:os';

/** Where the console finds what it shows and starts, from the root of the repository. */
export interface Workspace {
  /** The runs of this copy. */
  readonly results: string;
  /** The runs that are committed. */
  readonly baseline: string;
  readonly lessons: string;
  /** The program of the lab. */
  readonly lab: string;
  /** Where runs of the lab announce themselves, of this copy and others. */
  readonly announcements: string;
}

export const workspace: Workspace = {
  results: 'lab-results',
  baseline: 'docs/baseline',
  lessons: 'docs/lessons',
  lab: 'dist/apps/lab/main.js',
  announcements: tmpdir(),
};
