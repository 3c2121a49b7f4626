import type { Accents } from './accents';
import type { Results } from '../results';
import { type Markup, markup } from './markup';
import { roundedMs, signed, threeDigits } from './numbers';

type Waterfall = Results['waterfalls'][number];

type Arm = Waterfall['arms'][number];

/** How many colours for parts the style sheet has. */
const COLOURS = 8;

/** Where the time of a request goes, as bars of one scale an operation. */
export function waterfallSection(waterfalls: readonly Waterfall[], accents: Accents): Markup | undefined {
  if (waterfalls.length === 0) return undefined;
  const names = [...new Set(waterfalls.flatMap(({ arms }) => arms.flatMap(({ parts }) => parts.map((it) => it.name))))];
  const colourOf = (part: string) => `part-${names.indexOf(part) % COLOURS}`;
  return markup`<section class="evidence">
<h3>Where the time goes</h3>
<p class="note">From a separate pass of a few hundred requests that was watched; nothing watches while the figures above are measured.</p>
${waterfalls.map((waterfall) => figure(waterfall, colourOf, accents))}
</section>`;
}

function figure({ operation, arms }: Waterfall, colourOf: (part: string) => string, accents: Accents): Markup {
  const longest = Math.max(...arms.map(lengthOf));
  return markup`<figure class="waterfall"><figcaption><code>${operation}</code><span>${inWords(arms)}</span></figcaption>
${arms.map((arm) => bar(arm, longest, colourOf, accents))}</figure>`;
}

function bar(arm: Arm, longest: number, colourOf: (part: string) => string, accents: Accents): Markup {
  let from = 0;
  const pieces = visible(arm).map(({ name, ms }) => {
    const piece = markup`<rect class="${colourOf(name)}" x="${percent(from / longest)}" width="${percent(ms / longest)}" height="22"/>`;
    from += ms;
    return piece;
  });
  const parts = arm.parts.map(
    ({ name, ms }) =>
      markup`<li><svg width="10" height="10" aria-hidden="true"><rect class="${colourOf(name)}" width="10" height="10"/></svg>${name} <b>${threeDigits(ms)}</b></li>`,
  );
  return markup`<div class="bar"><p class="name ${accents(arm.arm)}">${arm.arm} <b>${roundedMs(totalOf(arm))}</b></p>
<svg width="100%" height="22" aria-hidden="true">${pieces}</svg>
<ul>${parts}</ul></div>`;
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

const totalOf = ({ parts }: Arm) => parts.reduce((sum, { ms }) => sum + ms, 0);

/** A remainder may come out below nothing; a bar cannot show that, the list under it does. */
const visible = ({ parts }: Arm) => parts.filter(({ ms }) => ms > 0);

const lengthOf = (arm: Arm) => visible(arm).reduce((sum, { ms }) => sum + ms, 0);

/** "micro takes 1.20 ms more than monolith, the largest part of it for hops (+0.60)." */
function inWords([base, ...others]: readonly Arm[]): string {
  if (!base) return '';
  return others
    .map((other) => {
      const more = totalOf(other) - totalOf(base);
      const growth = growthOf(base, other);
      const cause = growth ? `, the largest part of it for ${growth.name} (${signed(growth.ms)})` : '';
      return `${other.arm} takes ${roundedMs(Math.abs(more))} ${more < 0 ? 'less' : 'more'} than ${base.arm}${more > 0 ? cause : ''}.`;
    })
    .join(' ');
}

/** The part that grew most, if any did. */
function growthOf(base: Arm, other: Arm): { name: string; ms: number } | undefined {
  const before = new Map(base.parts.map(({ name, ms }) => [name, ms]));
  const grown = other.parts.map(({ name, ms }) => ({ name, ms: ms - (before.get(name) ?? 0) }));
  return grown.filter(({ ms }) => ms > 0).sort((one, next) => next.ms - one.ms)[0];
}
