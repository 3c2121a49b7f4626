import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writtenWorkspace } from '@jobly/architecture/fixtures';
import { scratchCopy } from './scratch';

const written = {
  '.gitignore': 'node_modules/\ndist/\ngenerated/\n/report.html\n',
  'libs/jobs/src/jobs.ts': 'old\n',
  'libs/jobs/src/generated/client.ts': 'made\n',
  'dist/apps/jobs/main.js': 'built\n',
  'node_modules/express/index.js': 'installed\n',
};

it('a scratch copy has what was written and generated, as it is changed, links the packages, and goes', async () => {
  const { root, remove } = writtenWorkspace(written);
  const change = { before: '', created: true };
  const scratch = await scratchCopy(root, [
    { ...change, file: 'libs/jobs/src/jobs.ts', after: 'changed\n' },
    { ...change, file: 'libs/reviews/src/reviews.ts', after: 'new\n' },
  ]);
  const text = (file: string) => readFileSync(join(scratch.root, file), 'utf8');
  expect(text('libs/jobs/src/jobs.ts')).toBe('changed\n');
  expect(text('libs/reviews/src/reviews.ts')).toBe('new\n');
  expect(text('libs/jobs/src/generated/client.ts')).toBe('made\n');
  expect(text('node_modules/express/index.js')).toBe('installed\n');
  expect(lstatSync(join(scratch.root, 'node_modules')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(scratch.root, 'dist'))).toBe(false);
  await scratch.remove();
  expect(existsSync(scratch.root)).toBe(false);
  expect(existsSync(join(root, 'node_modules/express/index.js'))).toBe(true);
  expect(readFileSync(join(root, 'libs/jobs/src/jobs.ts'), 'utf8')).toBe('old\n');
  remove();
});
