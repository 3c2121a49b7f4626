import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { at, filesOf } from './files.mjs';
import { outsideFiles } from './outside-files.mjs';
import { prismaClients } from './prisma-clients.mjs';

/**
 * The Nx plugin of this workspace. It infers everything that projects have in common, so that a project.json holds only
 * a name, tags and special properties: the kind of project, its targets, and the named input `outside`, which lists the
 * files beyond its own folder that a project depends on. nx.json defines how a target runs and what its result depends
 * on, under `targetDefaults`.
 */
export const createNodesV2 = [
  '**/project.json',
  (files) => {
    const roots = files.map(dirname);
    const clients = prismaClients(roots);
    return files.map((file) => [file, { projects: { [dirname(file)]: projectAt(dirname(file), roots, clients) } }]);
  },
];

function projectAt(root, roots, clients) {
  const client = clients.find(({ owner }) => owner === root);
  const outside = outsideFiles(root, filesOf(root, roots));
  if (client && dirname(client.schema) !== `${root}/prisma`) outside.push(client.schema);
  return {
    projectType: root.startsWith('apps/') ? 'application' : 'library',
    sourceRoot: existsSync(at(`${root}/src`)) ? `${root}/src` : root,
    namedInputs: { outside: [...new Set(outside)].sort().map((path) => `{workspaceRoot}/${path}`) },
    targets: { ...usualTargets(root), ...(client && { generate: generating(client) }) },
  };
}

function usualTargets(root) {
  const { tags = [] } = JSON.parse(readFileSync(at(`${root}/project.json`), 'utf8'));
  return {
    lint: described('ESLint, with the boundaries between projects, and Prettier'),
    test: described('Unit tests'),
    typecheck: described('TypeScript, without output'),
    ...(existsSync(at(`${root}/src/main.ts`)) && { build: described(`Bundles ${basename(root)} into dist/${root}`) }),
    ...(tags.includes('type:app') && {
      serve: described('Starts this process alone, set up by environment variables'),
    }),
  };
}

/** A target that nx.json defines. */
const described = (description) => ({ metadata: { description } });

const generating = ({ schema, output }) => ({
  command: `node tools/generate.mjs ${schema}`,
  cache: true,
  inputs: [`{workspaceRoot}/${schema}`, 'toolchain'],
  outputs: [`{workspaceRoot}/${output}`],
  ...described(`Prisma client from ${schema}`),
});
