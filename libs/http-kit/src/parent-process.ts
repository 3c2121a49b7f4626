import { StartError } from '@jobly/contracts';

/** Resolves once the message is sent. If the channel is broken, nobody waits at its other end. */
export const tellParent = (message: object) =>
  new Promise<void>((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

/** One sentence; an unexpected failure is logged in full. */
export function failureOf(error: unknown): { reason: string; expected: boolean } {
  if (error instanceof StartError) return { reason: error.message, expected: true };
  const { name, message, code } = error as Partial<NodeJS.ErrnoException>;
  const [what] = (message ?? code ?? String(error)).split('\n');
  return { reason: name ? `${name}: ${what || code}` : String(what), expected: false };
}

/** Reports to whoever is there why the process cannot do its work, and ends it. */
export async function giveUp(error: unknown): Promise<never> {
  console.error(error instanceof StartError ? error.message : error);
  await tellParent({ failed: failureOf(error) });
  process.exit(1);
}
