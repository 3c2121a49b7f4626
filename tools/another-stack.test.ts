import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { temporaryCluster } from '../libs/database/src/cluster/cluster.fixture';
import { bun } from './another-stack.fixture';

// The whole of the tests runs within one of these.
import.meta.jest.setTimeout(120_000);

const root = join(import.meta.dirname, '..');

/** Lines of code, without tests, what is generated, comments and blank lines. */
function count(folders: string[]) {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.(test|spec|fixture|d)\.ts$|(^|\/)generated\//.test(file))
      .map((file) => join(root, folder, file)),
  );
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const code = lines.filter((line) => !/^\s*($|\/\/|\/\*|\*)/.test(line));
  return `${files.length} | ${code.length.toLocaleString('en-GB')}`;
}

const kits = 'auth chassis contracts data-sharing database expiry http-kit outbox replicas service-clients';
const row = (what: string, folders: string[]) => `| ${what} | ${count(folders)} |`;

it('docs/another-stack.md counts what was written again, and beside what', () => {
  const page = readFileSync(join(root, 'docs/another-stack.md'), 'utf8').replace(/ +\|/g, ' |').replace(/\| +/g, '| ');
  for (const counted of [
    row('on Bun: the service', ['apps/companies-bun/src']),
    row('on Node.js: the service and its module', ['apps/companies-service/src', 'libs/companies/src']),
    row(
      'on Node.js: the libraries under it',
      kits.split(' ').map((name) => `libs/${name}/src`),
    ),
  ]) {
    expect(page).toContain(counted);
  }
});

(bun ? it : it.skip)('the service on Bun passes its own tests', async () => {
  const cluster = await temporaryCluster('transactions');
  const child = spawn(bun!, ['test'], {
    cwd: join(root, 'apps/companies-bun'),
    env: { ...process.env, TEST_DATABASE_URL: cluster.urlOf('transactions') },
  });
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  await cluster.remove();
  expect([status, said]).toEqual([0, expect.stringMatching(/\n 0 fail\n/)]);
  expect(said).not.toMatch(/ skip\n/);
});
