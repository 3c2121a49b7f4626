import type { AnswerDigest, LoadRequest } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '@jobly/lab/results';
import type { ReadyTask } from '../plan/block-of';

/** Compares answers of measured blocks, whichever arm gave them. */
export interface AnswerCheck {
  /** Compares the answers of a block with earlier ones to the same requests. */
  check(task: ReadyTask, requests: readonly LoadRequest[], answers: readonly AnswerDigest[]): MeasuredBlock['answers'];
}

interface Known {
  digest: string;
  arm: string;
}

/**
 * A check for one run. Two requests are the same if they have the same place in blocks of one pair with as many
 * requests, because then both were drawn alike; or if they read the same path, at any time of the run: no block leaves
 * anything behind.
 */
export function createAnswerCheck(): AnswerCheck {
  const known = new Map<string, Known>();

  return {
    check({ case: { name }, arm, pair }, requests, answers) {
      if (arm.answers === 'of its own') return null;
      let compared = 0;
      let different = 0;
      let first: string | null = null;
      for (const { index, digest } of answers) {
        const { method, path } = requests[index]!;
        const inPair = `${name} ${pair} ${requests.length} ${index}`;
        const names = method === 'GET' ? [inPair, path] : [inPair];
        const expected = names.map((one) => known.get(one)).find((one) => one !== undefined);
        for (const one of names) if (!known.has(one)) known.set(one, { digest, arm: arm.name });
        if (!expected) continue;
        compared++;
        if (expected.digest === digest) continue;
        different++;
        first ??= `${method} ${path} at ${arm.name}, unlike at ${expected.arm}`;
      }
      return { compared, different, first };
    },
  };
}
