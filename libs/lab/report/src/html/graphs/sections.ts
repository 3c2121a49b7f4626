import type { Graph, Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { drawn } from './drawing';
import { matrix } from './matrix';

/** What is made of what, and needs what: as pictures, and as matrices of the same arrows. */
export function graphSections({ graphs }: Results, accents: Accents): Markup | undefined {
  if (graphs.length === 0) return undefined;
  return markup`${sectionOf('What needs what', NOTATION, graphs, drawn, accents)}
${sectionOf('The same as matrices', MATRICES, graphs, matrix, accents)}`;
}

const NOTATION =
  'Thin arrows are function calls, thick ones requests over HTTP, dashed ones events. A thick arrow without a name forwards whatever clients ask.';

const MATRICES =
  'A row needs what its column offers: so many methods by function calls or over HTTP, or so many kinds of event. HTTP without a number forwards whatever clients ask. Two that need each other have marks on both sides of the diagonal.';

const sectionOf = (
  title: string,
  note: string,
  graphs: readonly Graph[],
  draw: (graph: Graph) => Markup,
  accents: Accents,
) => markup`<section class="evidence">
<h3>${title}</h3>
<p class="note">${note}</p>
<div class="graphs">${graphs.map(
  (
    graph,
  ) => markup`<figure><figcaption><p class="name ${accents(graph.arm)}"><b>${graph.arm}</b></p><span>${graph.note}</span></figcaption>
<div class="wide" tabindex="0">${draw(graph)}</div></figure>`,
)}</div>
</section>`;
