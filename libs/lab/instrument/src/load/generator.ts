import { type AnswerDigest, type Canonical, createAnswers } from './answers';
import type { Block, BlockResult } from './block';
import { runClosedLoop } from './closed-loop';
import { runOpenLoop } from './open-loop';

/** The block to prepare, then the order to begin. */
export type GeneratorOrder = Block | 'begin';
export type GeneratorReply = { ready: true } | { run: BlockRun } | { failure: string };

/** A block that has been run, and the sample of its answers. */
export interface BlockRun {
  result: BlockResult;
  answers: AnswerDigest[];
}

/** The generator's process: runs one block after the other, until its parent disconnects. */
export function serveBlocks(canonical: Canonical): void {
  // Ctrl-C reaches the whole process group; the parent decides when to stop.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', async (order: GeneratorOrder) => {
    if (order !== 'begin') tell(await reply(order, canonical));
  });
}

const tell = (reply: GeneratorReply) => void process.send!(reply);

/**
 * Reports that connections are open, and waits for the order to begin: opening them is not part of the block's cost.
 */
const ready = () =>
  new Promise<void>((resolve) => {
    process.once('message', () => resolve());
    tell({ ready: true });
  });

async function reply(block: Block, canonical: Canonical): Promise<GeneratorReply> {
  const answers = createAnswers(block);
  try {
    const result = await (block.loop === 'open'
      ? runOpenLoop(block, ready, answers)
      : runClosedLoop(block, ready, answers));
    return { run: { result, answers: answers.digests(canonical) } };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
