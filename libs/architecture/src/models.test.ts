import { workspaceAt } from './code/workspace';
import { writtenWorkspace } from './index.fixture';
import { modelsOf } from './models';

const { root, remove } = writtenWorkspace();
afterAll(remove);

it('a schema has its models as they are written', () => {
  const models = modelsOf(workspaceAt(root), 'whole');
  expect(models.map(({ name, place }) => [name, place])).toEqual([
    ['Item', 'apps/whole/prisma/schema.prisma:5'],
    ['Order', 'apps/whole/prisma/schema.prisma:11'],
  ]);
  expect(models[1]!.text).toMatch(/^model Order \{\n[\s\S]*@@map\("orders"\)\n\}$/);
  expect(modelsOf(workspaceAt(root), 'gateway')).toEqual([]);
});
