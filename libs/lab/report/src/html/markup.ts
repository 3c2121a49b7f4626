/** HTML or SVG in which everything that came from outside has been escaped. Only `markup` and `trusted` make it. */
class Markup {
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type { Markup };

type Part = Markup | string | number | null | undefined | readonly Part[];

/**
 * A template of HTML or SVG: inserted strings are escaped, markup is not, lists are joined, null and undefined are
 * omitted.
 */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + textOf(parts[index - 1]) + string));
}

/** For text of our own, such as a style sheet. */
export const trusted = (text: string) => new Markup(text);

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function textOf(part: Part): string {
  if (part === undefined || part === null) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'object') return part.map(textOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
