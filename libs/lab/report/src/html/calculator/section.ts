import {
  answersInWords,
  asSentence,
  decisiveInWords,
  type Field,
  FIELDS,
  labelOf,
  type Results,
  type Scenario,
  written,
} from '@jobly/lab/results';
import { type Markup, markup, trusted } from '../markup';
import { calculatorScript } from './script';

/** A calculator over the coefficients that a run has measured; nothing if it has measured none, or without a script. */
export function calculatorSection({ sizing }: Results, script = calculatorScript()): Markup | undefined {
  if (!sizing || script === undefined) return undefined;
  const { stacks } = sizing;
  const scenario = sizing.scenario as unknown as Scenario;
  const rows = answersInWords(stacks, scenario);
  return markup`<section class="calculator evidence">
<h3>Calculate your own load</h3>
<p class="note">With the coefficients of this run, and their 95 % intervals over launches. Every process has CPUs of its own.</p>
<form onsubmit="return false">${FIELDS.map((field) => inputFor(field, scenario))}</form>
<div class="wide" tabindex="0"><table class="facts">
<thead><tr><th scope="col"></th>${stacks.map(({ name }) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ figure, cells }) =>
      markup`<tr><th scope="row">${figure}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`,
  )}</tbody>
</table></div>
<output class="note">${asSentence(decisiveInWords(stacks, scenario))}</output>
<script type="application/json" class="sizing">${trusted(asData(sizing))}</script>
<script>${trusted(script)}</script>
</section>`;
}

const inputFor = (field: Field, scenario: Scenario): Markup =>
  markup`<label>${labelOf(field)} <input name="${field.name}" inputmode="decimal" autocomplete="off" value="${written(field, scenario[field.name])}"></label>
`;

/** JSON in which nothing can end its element. */
const asData = (value: unknown) => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
