/** `<!-- baseline compare verdict -->`, whatever was there, `<!-- /baseline -->`. */
const MARKED = /(<!-- baseline (\S+) (\S+) -->\n)[\s\S]*?(<!-- \/baseline -->)/g;

/**
 * Fills the marked places of a document.
 * @param figures returns the content for an experiment and a view; undefined leaves the place as it is
 */
export function filled(document: string, figures: (experiment: string, view: string) => string | undefined): string {
  return document.replace(
    MARKED,
    (place: string, opening: string, experiment: string, view: string, closing: string) => {
      const text = figures(experiment, view);
      return text === undefined ? place : `${opening}\n${text}\n\n${closing}`;
    },
  );
}
