import type { Results } from '@jobly/lab/results';
import { type Markup, markup } from './markup';

/** The diagrams as text, folded: the page loads nothing that could draw them. */
export const diagramSections = ({ diagrams }: Results): Markup[] =>
  diagrams.map(
    ({ title, mermaid }) =>
      markup`<details class="evidence"><summary>${title}</summary><div class="wide" tabindex="0"><pre>${mermaid}</pre></div></details>`,
  );
