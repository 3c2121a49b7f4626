import { type FindingRow, findingsOf, overWhat, type Results } from '@jobly/lab/results';
import type { Accents } from './accents';
import { forestPlot } from './forest/html';
import { type Markup, markup } from './markup';

/** One arm compared with another: in one run, or in several side by side. */
export function differencesSection(runs: readonly Results[], accents: Accents): Markup | undefined {
  const rows = findingsOf(runs).flatMap((finding) => finding.rows);
  if (rows.length === 0) return undefined;
  return markup`<section class="evidence">
<h3>${titleOf(rows)}</h3>
<p class="note">The dot is the estimate, the line its 95 % interval ${overWhat(runs)}; an arrow says that it reaches beyond the axis. Hollow and grey: the interval includes no difference, so none was detected.${rows.every(({ valid }) => valid) ? '' : ' Grey: the run does not count.'}</p>
${forestPlot(runs, accents)}
</section>`;
}

function titleOf(rows: readonly FindingRow[]): string {
  const counting = rows.filter(({ valid }) => valid);
  const found = counting.filter(({ detectable }) => detectable).length;
  if (counting.length === 0) return 'Differences that do not count';
  if (found === 0) return 'No difference is detectable';
  return `${found} of ${counting.length} comparisons show a difference`;
}
