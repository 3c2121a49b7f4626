import { type Case, casesByConfiguration, count, repeatsIn, type Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Bar, coloursFor, legend, lengthOf, type Part, type PartColours, stackedBar } from '../bars';
import { type Markup, markup } from '../markup';

/** The CPU time of 1,000 requests by process, all operations on one scale; nothing if it is unknown. */
export function cpuBars(results: Results, accents: Accents): Markup | undefined {
  const repeats = repeatsIn(results);
  const known = results.summaries.filter(({ cpuByProcess, arm }) => cpuByProcess && !repeats.has(arm));
  if (known.length === 0) return undefined;
  const bars = known.map(({ workload, arm, cpuByProcess, cpuMsPerThousand }) => ({
    workload,
    name: arm,
    accent: accents(arm),
    total: count(cpuMsPerThousand!),
    parts: partsOf(cpuByProcess!),
  }));
  const groups = casesByConfiguration(results).map(({ configuration, cases }) => {
    const here = cases.map((one) => ({ one, bars: bars.filter(({ workload }) => workload === one.name) }));
    return { configuration, figures: here.filter((figure) => figure.bars.length > 0) };
  });
  const filled = groups.filter(({ figures }) => figures.length > 0);
  const shown = filled.flatMap(({ figures }) => figures.flatMap((figure) => figure.bars));
  const longest = Math.max(...shown.map(({ parts }) => lengthOf(parts)));
  const colourOf = coloursFor(
    shown.flatMap(({ parts }) => parts.map(({ name }) => name)),
    results,
  );
  return markup`<p class="note">CPU ms per 1,000 requests, process by process; all bars are on one scale. PostgreSQL counts with its backends, database by database, and without its background processes.</p>
${filled.map(
  ({ configuration, figures }) =>
    markup`${configuration === undefined ? undefined : markup`<h4>${configuration}</h4>`}<div class="bars">${figures.map(
      (figure) => figureOf(figure.one, figure.bars, longest, colourOf),
    )}</div>`,
)}`;
}

/** Parts that round to nothing are left out. */
const partsOf = (byProcess: Record<string, number>): Part[] =>
  Object.entries(byProcess)
    .map(([name, amount]) => ({ name, amount }))
    .filter(({ amount }) => amount >= 0.5);

const figureOf = ({ operation }: Case, bars: readonly Bar[], longest: number, colourOf: PartColours) =>
  markup`<figure><figcaption><code>${operation}</code></figcaption>
${bars.map((bar) => markup`${stackedBar(bar, longest, colourOf)}${legend(bar.parts, colourOf, count)}`)}</figure>
`;
