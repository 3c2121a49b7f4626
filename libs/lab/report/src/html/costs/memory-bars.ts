import { count, type Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { coloursFor, legend, lengthOf, stackedBar } from '../bars';
import { type Markup, markup } from '../markup';

/** The peak memory of each process of each stack. */
export function memoryBars({ memory, databases }: Results, accents: Accents): Markup | undefined {
  if (memory.length === 0) return undefined;
  const bars = [...Map.groupBy(memory, ({ stack }) => stack)].map(([stack, processes]) => {
    const parts = processes.map(({ process, peakMiB }) => ({ name: process, amount: peakMiB }));
    return { name: stack, accent: accents(stack), total: `${count(lengthOf(parts))} MiB`, parts };
  });
  const longest = Math.max(...bars.map(({ parts }) => lengthOf(parts)));
  const colourOf = coloursFor(
    memory.map(({ process }) => process),
    { databases },
  );
  return markup`<h4>Peak memory</h4>
<p class="note">The largest resident set of each process, in MiB, and of PostgreSQL what its backends hold for themselves. The peaks need not have come at the same time, so a stack's sum is an upper bound.</p>
<div class="bars">${bars.map(
    (bar) => markup`<figure>${stackedBar(bar, longest, colourOf)}${legend(bar.parts, colourOf, count)}</figure>`,
  )}</div>`;
}
