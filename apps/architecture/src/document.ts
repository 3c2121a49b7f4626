import { StartError } from '@jobly/contracts';

/** `<!-- architecture monolith -->`, whatever was there, `<!-- /architecture -->`. */
const MARKED = /(<!-- architecture (\w+) -->\n)[\s\S]*?(<!-- \/architecture -->)/g;

/**
 * A document with its marked places filled in.
 * @throws StartError for a document without any
 */
export function drawnInto(document: string, partFor: (place: string) => string): string {
  if (document.search(MARKED) < 0) throw new StartError('The document has no place marked <!-- architecture … -->.');
  return document.replace(
    MARKED,
    (_, begin: string, place: string, end: string) => `${begin}\n${partFor(place)}\n\n${end}`,
  );
}
