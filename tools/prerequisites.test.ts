import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'jobly-prerequisites-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

/** A workspace that wants three packages and has those given. */
function workspace(installed: Record<string, string>, folder = 'workspace') {
  const root = join(parent, folder);
  const manifest = {
    dependencies: { express: '5.1.0' },
    devDependencies: { '@swc/core': '1.2.0', jest: '30.1.0' },
  };
  for (const [name, version] of Object.entries(installed)) {
    mkdirSync(join(root, 'node_modules', name), { recursive: true });
    writeFileSync(join(root, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
  }
  for (const tool of ['prerequisites.mjs', 'pinned-node.mjs']) {
    cpSync(join(import.meta.dirname, tool), join(root, 'tools', tool));
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  return (...nodeOptions: string[]) => {
    const command = [...nodeOptions, join(root, 'tools/prerequisites.mjs')];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    return [status, stderr];
  };
}

const everything = { express: '5.1.0', '@swc/core': '1.2.0', jest: '30.1.0' };
const onNode = (version: string) => [
  '--import',
  `data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "${version}" } })`,
];

test('nothing is said where everything is there', () => {
  expect(workspace(everything)()).toEqual([0, '']);
});

test.each<[string, Record<string, string>, string]>([
  ['nothing is installed', {}, 'express 5.1.0 and 2 more packages are not installed: type "npm ci".\n'],
  ['one is missing', { ...everything, jest: '' }, 'jest 30.1.0 is not installed: type "npm ci".\n'],
  ['one is older', { ...everything, '@swc/core': '1.1.9' }, '@swc/core 1.2.0 is not installed: type "npm ci".\n'],
])('says what to type where %s', (_, installed, sentence) => {
  expect(workspace(installed)()).toEqual([1, sentence]);
});

test('with an older Node.js, it goes on with the one that npm has installed, and links it for what follows', () => {
  const name = `node-${process.platform}-${process.arch}`;
  const run = workspace({ ...everything, [name]: '24.0.0' });
  const modules = join(parent, 'workspace/node_modules');
  mkdirSync(join(modules, name, 'bin'));
  symlinkSync(process.execPath, join(modules, name, 'bin/node'));
  expect(run(...onNode('20.19.1'))).toEqual([0, '']);
  expect(readlinkSync(join(modules, '.bin/node'))).toBe(`../${name}/bin/node`);
});

test('says what to type where there is only an older Node.js', () => {
  const [status, sentence] = workspace(everything)(...onNode('20.19.1'));
  expect(status).toBe(1);
  expect(sentence).toMatch(/^Node\.js 20\.19\.1 is too old, .* type "npm ci", or install Node\.js 24\.\n$/);
  expect(workspace(everything)(...onNode('26.0.0'))).toEqual([0, '']);
});

test('a folder that no search path can hold is refused', () => {
  const [status, sentence] = workspace(everything, 'a:b')();
  expect(status).toBe(1);
  expect(sentence).toMatch(/^The path .*\/a:b\/ contains ":", which no search path can hold: move Jobly to another/);
});
