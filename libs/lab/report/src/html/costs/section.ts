import type { Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { cpuBars } from './cpu-bars';
import { memoryBars } from './memory-bars';
import { requestTable } from './request-table';

/** The cost of one request in CPU time, statements, calls and bytes, and the memory of each stack. */
export function costsSection(results: Results, accents: Accents): Markup | undefined {
  const parts = [cpuBars(results, accents), requestTable(results, accents), memoryBars(results, accents)];
  if (parts.every((part) => part === undefined)) return undefined;
  return markup`<section class="evidence">
<h3>What a request costs</h3>
${parts}
</section>`;
}
