import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writtenWorkspace } from '@jobly/architecture/fixtures';
import { build } from './build';

const { signal } = new AbortController();

/** A workspace whose scripts note what they are told to do, unless they are to fail. */
const scripts = (generate: string, bundle: string) => ({
  'tools/generate.mjs': generate,
  'tools/build.mjs': bundle,
});

const NOTING = `import { writeFileSync } from 'node:fs'; writeFileSync('dist.txt', process.argv.slice(2).join());`;

describe('a build of a copy', () => {
  it('bundles the apps that it is told to', async () => {
    const { root, remove } = writtenWorkspace(scripts('', NOTING));
    await build(root, ['monolith', 'gateway'], 'The workspace', signal);
    expect(readFileSync(join(root, 'dist.txt'), 'utf8')).toBe('monolith,gateway');
    remove();
  });

  it('that fails says what, and in whose words', async () => {
    const { root, remove } = writtenWorkspace(
      scripts(`console.error('No such model.'); process.exitCode = 1;`, NOTING),
    );
    await expect(build(root, [], 'The feature reviews', signal)).rejects.toThrow(
      'The feature reviews does not build, tools/generate.mjs says: No such model.',
    );
    remove();
  });
});
