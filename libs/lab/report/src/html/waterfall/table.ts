import { linesOf, type Step, type Waterfall } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { percent, type PartColours, swatch } from '../bars';
import { type Markup, markup } from '../markup';
import type { Scale } from '../scale';
import { reachOf, stepClass } from './reach';

/** The parts with their figures and, step by step, the way from zero or from the first arm to the last. */
export function waterfallTable(waterfall: Waterfall, colourOf: PartColours, accents: Accents): Markup {
  const { heads, lines } = linesOf(waterfall);
  const reach = reachOf(lines.map(({ step }) => step));
  return markup`<table class="steps">
<thead><tr><th scope="col"></th>${heads.map((head) => markup`<th scope="col" class="number">${head}</th>`)}<td class="mark"></td></tr></thead>
<tbody>${lines.map(
    ({ step, cells }) =>
      markup`<tr class="${step.kind}"><th scope="row">${step.kind === 'part' ? swatch(colourOf(step.name)) : undefined}${step.name}</th>${cells.map(
        (cell) => markup`<td class="number">${cell}</td>`,
      )}<td class="mark">${picture(step, reach, stepClass(step, colourOf, accents))}</td></tr>
`,
  )}</tbody></table>`;
}

function picture({ from, to }: Step, reach: Scale, colour: string): Markup {
  const [left, right] = [reach(Math.min(from, to)), reach(Math.max(from, to))];
  return markup`<svg width="100%" height="16" aria-hidden="true"><rect class="${colour}" x="${percent(left)}" width="${percent(right - left)}" height="16"/></svg>`;
}
