import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '@jobly/lab/instrument';
import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { recordingsFor } from './recording/recordings';

/**
 * What counts is a bundle of its own: TypeScript and ESLint would else be in every process of the lab, the load
 * generators included.
 */
const counting = () =>
  import(pathToFileURL(join(import.meta.dirname, 'preloads/count.js')).href) as Promise<
    typeof import('./preloads/count')
  >;

/** The other bundle has a StartError of its own. */
function inASentence(error: unknown): never {
  throw error instanceof Error && error.name === 'StartError' ? new Failure(error.message) : error;
}

/** Counted from the code, so that it stays true as the code changes. It starts nothing unless it is asked to. */
export const complexity: Study = {
  kind: 'study',
  name: 'complexity',
  question: 'How much complexity moves from inside the modules into the interfaces between them?',
  hypothesis:
    'The modules are equally complex in both. Every port between two processes brings endpoints, settings, failures and code that a function call does not need. An answer waits for one call through the gateway, and for one more where a module asks another.',
  stacks: 'none',
  flags: {
    running: 'also starts both stacks, and counts what their processes do for each operation',
    conformance: 'does that and runs the conformance suite, whose calls it holds against the code as well',
  },
  observe: async (surroundings) => {
    const { progress } = surroundings;
    const { countHere } = await counting();
    const recordings = await recordingsFor(surroundings);
    return countHere((what) => progress.step(what), recordings).catch(inASentence);
  },
  conclude,
};
