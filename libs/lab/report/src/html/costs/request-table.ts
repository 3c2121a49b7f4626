import { count, type Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';

type Cost = Results['costs'][number];

const COLUMNS = [
  { head: 'SQL statements', cell: ({ statements }: Cost) => statements?.toFixed(1) ?? '–' },
  { head: 'calls between processes', cell: ({ calls }: Cost) => calls?.toFixed(1) ?? '–' },
  { head: 'bytes between processes', cell: ({ bytes }: Cost) => (bytes === null ? '–' : count(bytes)) },
];

/** The traffic that one request of each operation causes between the processes and with PostgreSQL. */
export function requestTable({ costs }: Results, accents: Accents): Markup | undefined {
  if (costs.length === 0) return undefined;
  const byOperation = Map.groupBy(costs, ({ operation }) => operation);
  return markup`<h4>Per request</h4>
<p class="note">Counted in a pass of its own. Bytes go both ways, those to and from PostgreSQL included.</p>
<div class="wide" tabindex="0"><table class="figures">
<thead><tr><th scope="col"></th>${COLUMNS.map(({ head }) => markup`<th scope="col">${head}</th>`)}</tr></thead>
${[...byOperation].map(
  ([operation, ofArms]) =>
    markup`<tbody><tr class="head"><th scope="rowgroup" colspan="${COLUMNS.length + 1}"><code>${operation}</code></th></tr>
${ofArms.map(
  (cost) =>
    markup`<tr><th scope="row" class="name ${accents(cost.arm)}">${cost.arm}</th>${COLUMNS.map(({ cell }) => markup`<td>${cell(cost)}</td>`)}</tr>
`,
)}</tbody>`,
)}
</table></div>`;
}
