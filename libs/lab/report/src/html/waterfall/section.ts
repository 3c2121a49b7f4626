import {
  capitalised,
  differencesOf,
  roundedMs,
  signed,
  totalOf,
  type Waterfall,
  type WaterfallArm,
} from '@jobly/lab/results';
import type { Accents } from '../accents';
import { coloursFor, lengthOf, type Part, type PartColours, stackedBar } from '../bars';
import { type Markup, markup } from '../markup';
import { waterfallTable } from './table';

/** The breakdown of a request's time: by layer, or by the stacks' work. */
export function waterfallSection(waterfalls: readonly Waterfall[], accents: Accents): Markup | undefined {
  if (waterfalls.length === 0) return undefined;
  const names = waterfalls.flatMap(({ arms }) => arms.flatMap(({ parts }) => parts.map(({ name }) => name)));
  const colourOf = coloursFor(names);
  const explained = waterfalls.some(({ arms }) => arms.length > 1);
  return markup`<section class="evidence">
<h3>Where the time goes</h3>
<p class="note">${explained ? EXPLAINED : LAYERED}</p>
${waterfalls.map((waterfall) => figure(waterfall, colourOf, accents))}
</section>`;
}

const EXPLAINED =
  'From a separate pass of a few hundred requests that was watched; nothing watches while the figures above are measured.';

const LAYERED =
  'Each layer does what all above it do, and one thing more: its part is the difference between two servers, and may come out below nothing where that is smaller than the noise. Steps are means over pairs of blocks; what they leave of the median or the CPU time of the last server stands below them.';

function figure(waterfall: Waterfall, colourOf: PartColours, accents: Accents): Markup {
  const { operation, what, arms } = waterfall;
  const [base, other] = arms;
  const bars = base && other ? comparedBars(base, other, colourOf, accents) : undefined;
  const said = base && other ? ` ${inWords(base, other)}` : '';
  return markup`<figure class="waterfall"><figcaption><code>${operation}</code><span>${capitalised(what)}, in ms.${said}</span></figcaption>
${bars}${waterfallTable(waterfall, colourOf, accents)}</figure>
`;
}

/** Both arms on one scale. */
function comparedBars(base: WaterfallArm, other: WaterfallArm, colourOf: PartColours, accents: Accents): Markup {
  const longest = Math.max(...[base, other].map((arm) => lengthOf(partsOf(arm))));
  return markup`${[base, other].map((arm) =>
    stackedBar(
      { name: arm.arm, accent: accents(arm.arm), total: roundedMs(totalOf(arm)), parts: partsOf(arm) },
      longest,
      colourOf,
    ),
  )}`;
}

const partsOf = ({ parts }: WaterfallArm): Part[] => parts.map(({ name, ms }) => ({ name, amount: ms }));

/** "micro takes 1.20 ms more than monolith, the largest part of it for hops (+0.60)." */
function inWords(base: WaterfallArm, other: WaterfallArm): string {
  const more = totalOf(other) - totalOf(base);
  const [growth] = differencesOf(base, other).toSorted((one, next) => next.difference - one.difference);
  const cause =
    more > 0 && growth && growth.difference > 0
      ? `, the largest part of it for ${growth.name} (${signed(growth.difference)})`
      : '';
  return `${other.arm} takes ${roundedMs(Math.abs(more))} ${more < 0 ? 'less' : 'more'} than ${base.arm}${cause}.`;
}
