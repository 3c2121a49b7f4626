import { writtenWorkspace } from '../index.fixture';
import { workspaceAt } from '../code/workspace';
import { neededLines } from './needed-lines';
import { systemIn } from './system';

/** The lines of a file of the shop that each of its topologies needs. */
function neededBy(file: string): Record<string, string[]> {
  const { root, remove } = writtenWorkspace();
  const workspace = workspaceAt(root);
  const lines = workspace.text(file).split('\n');
  const needed = systemIn(workspace).topologies.map((topology) => {
    const isNeeded = neededLines(workspace, topology, file);
    return [topology.name, lines.filter((line, index) => line !== '' && isNeeded(index + 1))] as const;
  });
  remove();
  return Object.fromEntries(needed);
}

describe('the lines that a topology needs', () => {
  it('are those of the declarations that its processes reach, and of the imports for these', () => {
    const { whole, split } = neededBy('libs/stock/src/routes.ts');
    const [contracts, kit, publicRoutes, internalRoutes] = [
      `import { internalOperations, operations } from '@jobly/contracts';`,
      `import { route } from '@jobly/http-kit';`,
      expect.stringContaining('export const stockRoutes'),
      expect.stringContaining('export const internalStockRoutes'),
    ];
    expect(whole).toEqual([contracts, kit, publicRoutes]);
    expect(split).toEqual([contracts, kit, publicRoutes, internalRoutes]);
  });

  it('are none in a file that only another topology needs', () => {
    const { whole, split } = neededBy('libs/service-clients/src/ask.ts');
    expect(whole).toEqual([]);
    expect(split).toHaveLength(9);
  });

  it('include the exports through which a library passes them on', () => {
    const passedOn = `export { httpRemovals, httpStockRoom } from './ports';`;
    expect(neededBy('libs/service-clients/src/index.ts')).toEqual({ whole: [], split: [passedOn] });
  });
});
