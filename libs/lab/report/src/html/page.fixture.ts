/** The number of times that a part occurs in a text. */
export const occurrences = (text: string, part: string) => text.split(part).length - 1;

/** The text of a page from one heading to the next section. */
export const section = (page: string, heading: string) => page.slice(page.indexOf(heading)).split('</section>')[0]!;
