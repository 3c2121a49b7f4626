import type { Results } from '@jobly/lab/results';
import { type Markup, markup } from './markup';

/** The gates of the run, failed ones first. */
export function gatesSection({ gates, equivalence }: Results): Markup | undefined {
  if (gates.length === 0) return undefined;
  const ordered = [...gates.filter(({ passed }) => !passed), ...gates.filter(({ passed }) => passed)];
  const failed = gates.filter(({ passed }) => !passed).length;
  const said = failed === 0 ? 'Every gate was passed.' : `${failed} of ${gates.length} gates failed.`;
  const same =
    equivalence.compared > 0 ? ` Before measuring, ${equivalence.compared} answers were compared: all the same.` : '';
  return markup`<section>
<h3>Can it be trusted?</h3>
<p class="note">${said}${same}</p>
<div class="wide" tabindex="0"><table class="gates">
<thead><tr><th scope="col"></th><th scope="col">gate</th><th scope="col">found</th><th scope="col">allowed</th></tr></thead>
<tbody>${ordered.map(row)}</tbody>
</table></div>
</section>`;
}

const row = ({ name, figure, limit, passed }: Results['gates'][number]) =>
  markup`<tr class="${passed ? 'passed' : 'failed'}"><td>${passed ? 'passed' : 'FAILED'}</td><th scope="row">${name}</th><td>${figure}</td><td>${limit}</td></tr>
`;
