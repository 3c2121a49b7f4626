import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupOfVersion1 } from './version-1';

let mount: string;

beforeEach(() => (mount = mkdtempSync(join(tmpdir(), 'cgroup-'))));
afterEach(() => rmSync(mount, { recursive: true }));

describe('a group of version 1', () => {
  it('is in both hierarchies, or in neither if one of them refuses it', () => {
    const [limits, counts] = ['cpu', 'cpuacct'].map((name) => ({ mount, own: join(mount, name) }));
    mkdirSync(limits!.own);
    expect(() => groupOfVersion1(limits, counts)).toThrow('ENOENT');
    expect(readdirSync(limits!.own)).toEqual([]);
    mkdirSync(counts!.own);
    groupOfVersion1(limits, counts);
    expect(readdirSync(limits!.own)).toEqual(readdirSync(counts!.own));
  });
});
