import type { Question } from '../exchange';

/** What one stack has said so far that later requests need. */
export interface Known {
  admin: string;
  user: string;
  /** The id of the job made along the way. */
  jobId: number;
  /** Some of what was there before. */
  handles: string[];
  jobIds: number[];
}

/** The names of the records made along the way; the same at both stacks, and gone again at the end. */
export interface Names {
  user: string;
  handle: string;
}

/** One request of the script, told to each stack in turn. */
export interface Exchange {
  question: (known: Known, names: Names) => Question;
  /** Keeps what later requests need. */
  learn?: (body: unknown, known: Known) => void;
}

/** A request that needs nothing of what was said before. */
export const ask = (method: string, path: string, more: Omit<Question, 'method' | 'path'> = {}): Exchange => ({
  question: () => ({ method, path, ...more }),
});
