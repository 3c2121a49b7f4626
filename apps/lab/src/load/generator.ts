import type { Block, BlockResult } from './block';
import { runClosedLoop } from './closed-loop';
import { runOpenLoop } from './open-loop';

export type GeneratorReply = { result: BlockResult } | { failure: string };

/** The generator's process: runs one block for every message, until its parent lets go of the channel. */
export function serveBlocks(): void {
  // Ctrl-C reaches the whole process group; the parent decides when to stop.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', async (block: Block) => {
    process.send!(await reply(block));
  });
}

async function reply(block: Block): Promise<GeneratorReply> {
  try {
    return { result: await (block.loop === 'open' ? runOpenLoop(block) : runClosedLoop(block)) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
