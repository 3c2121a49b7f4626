import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceAt } from '@jobly/architecture';
import { DEPLOY, filesIn } from './files';
import { root } from './manifests.fixture';

describe('The manifests in the repository', () => {
  const files = filesIn(workspaceAt(root));

  it.each([...files.keys()])('%s is as the code has it: else run "npm run k8s -- manifests"', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(files.get(path));
  });

  it('are these and no others', () => {
    const present = globSync(`${DEPLOY}/**/*.*`, { cwd: root });
    expect(present.sort()).toEqual([...files.keys()].filter((path) => path.startsWith(DEPLOY)).sort());
  });
});
