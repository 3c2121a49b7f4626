/** `libs/jobs/src/jobs.ts:12` as a link from a document in `docs`. */
export function linkTo(place: string, text = place): string {
  const [file = '', line = '1'] = place.split(':');
  return `[${text}](../${file}#L${line})`;
}

export const count = (amount: number): string => amount.toLocaleString('en-GB');

/** `1 process`, `4 processes` */
export const counted = (amount: number, one: string, many = `${one}s`): string =>
  `${count(amount)} ${amount === 1 ? one : many}`;

export const listed = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);

/** A table whose first column is text, and the others figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** A list with numbers. */
export const numbered = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

export const bulleted = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** What a reader unfolds; `id` can be linked to. */
export const folded = (id: string, summary: string, ...content: readonly string[]): string =>
  [`<details id="${id}">`, `<summary>${summary}</summary>`, ...content, '</details>'].join('\n\n');

/** Paragraphs, lists and tables, one after the other. */
export const blocks = (...content: readonly string[]): string => content.join('\n\n');
