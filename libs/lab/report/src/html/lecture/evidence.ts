import type { Results } from '@jobly/lab/results';
import { type Markup, markup } from '../markup';
import { picturesOf } from '../pictures';
import { tableSection } from '../tables-sections';

/** What shows a claim at a glance: a picture or a table of the run, by its name. */
export type Evidence = { picture: string } | { table: string };

/** The picture or the table; undefined if this run has none of that name, as an incomplete one may. */
export function evidenceOf(results: Results, evidence: Evidence, whose: string): Markup | undefined {
  if ('table' in evidence) {
    const table = [...results.conclusion.tables, ...results.tables].find(({ name }) => name === evidence.table);
    return table && markup`<p class="note">${whose}</p>${tableSection(table)}`;
  }
  const picture = picturesOf(results).find(({ name }) => name === evidence.picture);
  // An image keeps the styles of a drawing from those of the page, and of the other drawings.
  return (
    picture &&
    markup`<figure><figcaption><span>${whose}</span></figcaption><img alt="${picture.name}" src="${dataUrl(picture.svg)}"></figure>`
  );
}

const dataUrl = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
