import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { restoreLinks } from './binaries';
import { temporaryDirectory } from './cluster.fixture';

const { directory, remove } = temporaryDirectory();
afterAll(remove);

it('The links that npm cannot carry are made again where the install script was not run', async () => {
  mkdirSync(join(directory, 'native/lib'), { recursive: true });
  writeFileSync(join(directory, 'native/lib/libpq.so.5.18'), 'the library');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(directory, 'native/pg-symlinks.json'), JSON.stringify(links));

  await Promise.all([restoreLinks(directory), restoreLinks(directory)]);
  await restoreLinks(directory);
  expect(readFileSync(join(directory, 'native/lib/libpq.so.5'), 'utf8')).toBe('the library');
});
