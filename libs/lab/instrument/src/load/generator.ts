import type { Block, BlockResult } from './block';
import { runClosedLoop } from './closed-loop';
import { runOpenLoop } from './open-loop';

/** The block to prepare, then the order to begin. */
export type GeneratorOrder = Block | 'begin';
export type GeneratorReply = { ready: true } | { result: BlockResult } | { failure: string };

/** The generator's process: runs one block after the other, until its parent disconnects. */
export function serveBlocks(): void {
  // Ctrl-C reaches the whole process group; the parent decides when to stop.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', async (order: GeneratorOrder) => {
    if (order !== 'begin') tell(await reply(order));
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

async function reply(block: Block): Promise<GeneratorReply> {
  try {
    return { result: await (block.loop === 'open' ? runOpenLoop(block, ready) : runClosedLoop(block, ready)) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
