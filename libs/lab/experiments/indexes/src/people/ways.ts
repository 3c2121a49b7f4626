/** What is known of the person who is looked up. */
export type Question = 'name' | 'first and last name' | 'last name' | 'part of the name';

/** The tables that are searched: all have the same rows, and one index or none. */
export const indexesOf = {
  none: undefined,
  btree: 'INDEX %i ON %t (name)',
  unique: 'UNIQUE INDEX %i ON %t (name)',
  covering: 'INDEX %i ON %t (name) INCLUDE (email)',
  compound: 'INDEX %i ON %t (last_name, first_name)',
  reversed: 'INDEX %i ON %t (first_name, last_name)',
  trigram: 'INDEX %i ON %t USING gin (name gin_trgm_ops)',
} as const;

export type Indexed = keyof typeof indexesOf;

/** One way to look a person up. */
export interface Way {
  question: Question;
  indexed: Indexed;
  /** What it is called where its question is named beside it. */
  name: string;
}

const titles: Record<Indexed, string> = {
  none: 'no index',
  btree: 'B-tree',
  unique: 'unique',
  covering: 'covering',
  compound: 'compound',
  reversed: 'compound, wrong order',
  trigram: 'trigram',
};

const way = (question: Question, indexed: Indexed): Way => ({ question, indexed, name: titles[indexed] });

export const ways: readonly Way[] = [
  way('name', 'none'),
  way('name', 'btree'),
  way('name', 'unique'),
  way('name', 'covering'),
  way('first and last name', 'none'),
  way('first and last name', 'compound'),
  way('last name', 'none'),
  way('last name', 'compound'),
  way('last name', 'reversed'),
  way('part of the name', 'none'),
  way('part of the name', 'trigram'),
];

export const questions = [...new Set(ways.map(({ question }) => question))];

/** The condition of each question; its parameters are `sought` and, for the second name, `other`. */
export const conditionOf: Record<Question, string> = {
  name: 'name = sought',
  'first and last name': 'last_name = sought AND first_name = other',
  'last name': 'last_name = sought',
  'part of the name': 'name LIKE sought',
};

export const keyOf = ({ question, indexed }: Pick<Way, 'question' | 'indexed'>) => `${question}: ${indexed}`;

export const tableOf = (indexed: Indexed, rows: number) => `people_${rows}_${indexed}`;
