import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '@jobly/lab/instrument';
import type { Study } from '@jobly/lab/runner';
import { chosen } from './chosen';
import { check, conclude } from './conclude';
import { features } from './features';
import { observe } from './observe';

/** Reading the code takes TypeScript, which would else be in every process of the lab. */
const reading = () =>
  import(pathToFileURL(join(import.meta.dirname, 'preloads/topologies.js')).href) as Promise<
    typeof import('./preloads/topologies')
  >;

/** The other bundle has a StartError of its own. */
function inASentence(error: unknown): never {
  throw error instanceof Error && error.name === 'StartError' ? new Failure(error.message) : error;
}

/** Features are brought into copies of the workspace, and each copy is counted, tested and deployed in parts. */
export const change: Study = {
  kind: 'study',
  name: 'change',
  question: 'What does a feature touch in each architecture, and in which order can it be deployed?',
  hypothesis:
    'A feature inside one module touches the same lines in both. One that spans modules touches more files and deployables in the microservices, and there not every order of deployment is sound; the monolith is deployed in one step.',
  stacks: 'none',
  flags: {
    'feature <name>': `only this one: ${features.map(({ name }) => name).join(', ')}`,
    'no-suite': 'does not run the conformance suite; neither does --quick',
    'no-order': 'does not start the states between old and new',
  },
  observe: async (surroundings) => {
    const { readWorkspace } = await reading();
    return observe(chosen(features, surroundings.flags), readWorkspace, surroundings).catch(inASentence);
  },
  check,
  conclude,
};
