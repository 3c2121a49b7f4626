/** What a file is for. */
type Kind = 'code' | 'tests' | 'docs' | 'made';

/** Code is everything that somebody has written and that is neither test nor document: schemas, migrations, settings. */
export function kindOf(file: string): Kind {
  // `npm run new-migration` keeps the schema beside a migration that it was made for.
  if (/\/migrations\/.+\.prisma$/.test(file)) return 'made';
  if (/\.(test|fixture)\.ts$/.test(file) || file.startsWith(SUITE)) return 'tests';
  return file.endsWith('.md') || file.startsWith('docs/') ? 'docs' : 'code';
}

/** The conformance suite, which tests every topology. */
const SUITE = 'apps/conformance/';

export const isOfSuite = (file: string): boolean => file.startsWith(SUITE);
