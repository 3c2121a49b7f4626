import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appsOfOther } from './against';

const directories: string[] = [];
afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true }))));

async function aWorkspace(...folders: string[]): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), 'jobly-other-'));
  directories.push(workspace);
  for (const folder of folders) await mkdir(join(workspace, folder), { recursive: true });
  return workspace;
}

describe('the other version', () => {
  it('is found where its workspace was built, also if its path contains spaces', async () => {
    const workspace = await aWorkspace('the one before/dist/apps/monolith');
    const apps = appsOfOther([`against ${join(workspace, 'the one before')}`]);
    expect(apps).toBe(join(workspace, 'the one before/dist/apps'));
  });

  it('has to be named', () => {
    expect(() => appsOfOther([])).toThrow(/--against \.\.\/jobly-before$/);
  });

  it('has to be built', async () => {
    const workspace = await aWorkspace();
    expect(() => appsOfOther([`against ${workspace}`])).toThrow(/run "npm ci && npm run build" in it/);
  });
});
