import type { Question } from '../exchange';

/** The data from a stack's earlier answers that later requests need. */
export interface Known {
  admin: string;
  user: string;
  /** The id of the job created along the way. */
  jobId: number;
  /** Some handles that existed before. */
  handles: string[];
  jobIds: number[];
}

/** The names of the records created along the way; the same at both stacks, and deleted at the end. */
export interface Names {
  user: string;
  handle: string;
}

/** One request of the script, sent to each stack in turn. */
export interface Exchange {
  question: (known: Known, names: Names) => Question;
  /** Keeps the data that later requests need. */
  learn?: (body: unknown, known: Known) => void;
}

/** A request that needs no earlier answers. */
export const ask = (method: string, path: string, more: Omit<Question, 'method' | 'path'> = {}): Exchange => ({
  question: () => ({ method, path, ...more }),
});
