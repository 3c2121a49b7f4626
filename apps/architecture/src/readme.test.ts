import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaceAt } from '@jobly/architecture';
import { documentsIn } from './documents';

const readme = readFileSync('README.md', 'utf8');
const linesOf = (text: string) => text.trimEnd().split('\n').length;
const linksIn = (text: string) =>
  Array.from(text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g), ([, link = '']) => link);

it('what is written from the code is as the code has it: else run "npm run architecture"', async () => {
  const documents = await documentsIn(workspaceAt('.'));
  expect(documents.map(({ path }) => path)).toEqual(['README.md', 'docs/soa.md', 'docs/difference.md']);
  for (const { before, after } of documents) expect(before).toBe(after);
});

describe('the README', () => {
  it('can be read in one sitting', () => {
    expect(linesOf(readme)).toBeLessThanOrEqual(200);
  });

  it('asks for no more than 400 lines of code in the first ten minutes', () => {
    const [, list = ''] = /<!-- reading list -->([\s\S]*)<!-- \/reading list -->/.exec(readme) ?? [];
    const files = linksIn(list);
    expect(files.length).toBeGreaterThan(5);
    const lines = files.map((file) => linesOf(readFileSync(file, 'utf8')));
    expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(400);
  });
});

const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')];

it.each(documents)('every link in %s leads to a file', (document) => {
  const missing = linksIn(readFileSync(document, 'utf8')).filter((link) => !existsSync(join(dirname(document), link)));
  expect(missing).toEqual([]);
});
