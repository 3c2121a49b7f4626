import { cellInWords, type Results, type Table } from '@jobly/lab/results';
import { type Markup, markup } from './markup';

/** An experiment's findings in words, one section per table. */
export const tablesSections = ({ conclusion, tables }: Results): Markup[] =>
  [...conclusion.tables, ...tables].map(tableSection);

/** A table with its title and its note; folded, if it is the evidence for another one. */
export const tableSection = (table: Table): Markup =>
  table.folded
    ? markup`<details class="evidence"><summary>${table.title}</summary>${tableIn(table)}</details>`
    : markup`<section class="evidence">
<h3>${table.title}</h3>
<p class="note">${table.note}</p>
${tableIn(table)}
</section>`;

const tableIn = ({ head, rows }: Table): Markup => markup`<div class="wide" tabindex="0"><table class="facts">
<thead><tr>${head.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
  ([
    first,
    ...cells
  ]) => markup`<tr><th scope="row">${first && cellInWords(first)}</th>${cells.map((cell) => markup`<td>${cellInWords(cell)}</td>`)}</tr>
`,
)}</tbody>
</table></div>`;
