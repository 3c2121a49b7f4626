/** What a file is for. */
export type Kind = 'code' | 'tests' | 'docs';

/** Code is everything that is neither: schemas, migrations and settings, too. */
export function kindOf(file: string): Kind {
  if (/\.(test|fixture)\.ts$/.test(file) || file.startsWith(SUITE)) return 'tests';
  return file.endsWith('.md') || file.startsWith('docs/') ? 'docs' : 'code';
}

/** The conformance suite, which tests every topology. */
const SUITE = 'apps/conformance/';

export const isOfSuite = (file: string): boolean => file.startsWith(SUITE);
