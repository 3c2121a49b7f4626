import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../workspace';
import { cacheKey } from './cache-key';
import { dataSize } from './size';

const read = (file: string) => readFileSync(join(workspace, file), 'utf8');

/** The key, if this file had changed. */
const keyAfterChangeOf = (changed: string) =>
  cacheKey(dataSize('1k'), (file) => (file === changed ? `${read(file)}\n// Changed.` : read(file)));

describe('the name of kept data', () => {
  it('is the same as long as nothing changes, and another one for another size', () => {
    expect(keyAfterChangeOf('README.md')).toBe(cacheKey(dataSize('1k')));
    expect(cacheKey(dataSize('10k'))).not.toBe(cacheKey(dataSize('1k')));
  });

  it.each([
    'libs/users/src/seed.ts',
    'libs/jobs/src/seed/jobs.ts',
    'libs/companies/src/seed/companies.ts',
    'libs/database/src/cluster/data-directory.ts',
    'libs/stack/src/data-directory.ts',
    'libs/lab/system-under-test/src/data/fill.ts',
  ])('is another one when %s changes', (file) => {
    expect(keyAfterChangeOf(file)).not.toBe(cacheKey(dataSize('1k')));
  });
});
