import type { DataSize } from './size';
import { words } from './words';

/** A list that need not be in memory. */
export interface Records<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

const titles = words.levels.length * words.fields.length * words.roles.length;
const names = words.founders.length ** 2 * words.forms.length * words.towns.length;

/** Coprime to both numbers, so that neighbours in a table have unlike texts, and no text comes early. */
export const STRIDE = 7_919;

/** How many different titles and names there are; a company's name is its own. */
export const variety = { titles, names };

/** The jobs of a size, as `rows` makes them. */
export const jobsOf = ({ jobs }: DataSize): Records<{ id: number; title: string }> =>
  listOf(jobs, (index) => ({ id: index + 1, title: titleOf(index + 1) }));

/** The companies of a size, as `rows` makes them. */
export const companiesOf = ({ companies }: DataSize): Records<{ handle: string; name: string }> =>
  listOf(companies, (index) => ({ handle: handleOf(index), name: nameOf(index) }));

const listOf = <T>(length: number, make: (index: number) => T): Records<T> => ({
  length,
  at: (index) => (index >= 0 && index < length ? make(index) : undefined),
});

function titleOf(id: number): string {
  const { levels, fields, roles } = words;
  const code = (id * STRIDE) % titles;
  return spelled(code, [levels, fields, roles]).join(' ');
}

function nameOf(index: number): string {
  return companyWords(index).join(' ');
}

function handleOf(index: number): string {
  const [founder, , form] = companyWords(index);
  return `${founder}-${form}-${index}`.toLowerCase();
}

function companyWords(index: number): string[] {
  const { founders, forms, towns } = words;
  return spelled((index * STRIDE) % names, [founders, founders, forms, towns]);
}

/** The digits of a number as words; each list is a digit, the first the lowest. */
function spelled(code: number, digits: readonly (readonly string[])[]): string[] {
  let rest = code;
  return digits.map((list) => {
    const word = list[rest % list.length]!;
    rest = Math.floor(rest / list.length);
    return word;
  });
}
