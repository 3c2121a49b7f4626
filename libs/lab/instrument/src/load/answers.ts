import { hash } from 'node:crypto';
import type { Block, LoadRequest } from './block';
import type { Outcome } from './connections';

/** Which answers of a block are looked at: every so many, beginning with one of the first. */
export interface Sample {
  every: number;
  first: number;
}

/** The answer to the request of this index; answers that say the same have the same digest. */
export interface AnswerDigest {
  index: number;
  digest: string;
}

/** Writes the body of an answer in a form in which answers that say the same are equal. */
export type Canonical = (request: LoadRequest, body: string) => string;

/** Bodies that are kept during a block, to be looked at when it is over. */
export interface Answers {
  wants(index: number): boolean;
  /** Keeps the body of an expected answer, if there is one; whatever else came is a failure, and counted as that. */
  keep(index: number, outcome: Outcome): void;
  /** Takes some time, so it is not for the measured part of a block. */
  digests(canonical: Canonical): AnswerDigest[];
}

/** An empty collection for this block. */
export function createAnswers({ sample, requests }: Pick<Block, 'sample' | 'requests'>): Answers {
  const kept: { index: number; body: readonly Buffer[] }[] = [];
  return {
    wants: (index) => sample !== undefined && index % sample.every === sample.first % sample.every,
    keep(index, outcome) {
      const isExpected = 'body' in outcome && outcome.status === requests[index]!.expect;
      if (isExpected && outcome.body) kept.push({ index, body: outcome.body });
    },
    digests(canonical) {
      // The same page, read a hundred times, is looked at once.
      const known = new Map<string, string>();
      return kept.map(({ index, body }) => {
        const request = requests[index]!;
        const text = Buffer.concat(body).toString();
        const key = `${request.method} ${text}`;
        const digest = known.get(key) ?? hash('sha256', canonical(request, text), 'base64url');
        known.set(key, digest);
        return { index, digest };
      });
    },
  };
}
