import type { Graph } from '@jobly/lab/results';
import { type Markup, markup } from '../markup';

/**
 * The dependency structure matrix of a graph: what stands in a row needs what stands in the column. Steward: The design
 * structure system, 1981.
 */
export function matrix({ boxes, arrows }: Graph): Markup {
  const isCode = (id: string) => boxes.some((box) => box.id === id && ['process', 'module'].includes(box.kind));
  const between = arrows.filter(({ from, to }) => isCode(from) && isCode(to));
  const named = boxes.filter(({ id }) => between.some(({ from, to }) => id === from || id === to));
  return markup`<table class="matrix">
<thead><tr><td></td>${named.map(({ name }) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${named.map(
    (row) => markup`<tr><th scope="row">${row.name}</th>${named.map((column) =>
      row === column
        ? markup`<td class="itself"></td>`
        : markup`<td>${between.filter(({ from, to }) => from === row.id && to === column.id).map(mark)}</td>`,
    )}</tr>
`,
  )}</tbody></table>`;
}

const WORDS = { call: ['call', 'calls'], request: ['HTTP', 'HTTP'], event: ['event', 'events'], tables: ['', ''] };

/** `2 calls`: of two methods; without a number, whatever is forwarded. */
function mark({ kind, labels }: Graph['arrows'][number]): Markup {
  const [one, many] = WORDS[kind];
  const amount = labels.length > 0 ? `${labels.length} ` : '';
  return markup`<span class="${kind}">${amount}${labels.length === 1 ? one : many}</span>`;
}
