import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const at = (path) => join(import.meta.dirname, '../..', path);

/**
 * The Nx plugin of this workspace. It infers what all projects have in common, so that a project.json holds a name, tags
 * and what is special: the kind of project and its targets. How a target runs and what its result depends on stands in
 * nx.json, under `targetDefaults`.
 */
export const createNodesV2 = [
  '**/project.json',
  (files) => files.map((file) => [file, { projects: { [dirname(file)]: projectAt(dirname(file)) } }]),
];

function projectAt(root) {
  return {
    projectType: root.startsWith('apps/') ? 'application' : 'library',
    sourceRoot: existsSync(at(`${root}/src`)) ? `${root}/src` : root,
    targets: usualTargets(root),
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
