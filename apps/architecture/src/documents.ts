import { architectureOf, systemIn, type Workspace } from '@jobly/architecture';
import { DIFFERENCE, differenceIn } from './difference/difference';
import { summaryOf } from './difference/summary';
import { drawnInto } from './document';
import { mermaid } from './mermaid';

const README = 'README.md';

/** Draws the topology between the two. */
const STEP_BETWEEN = 'docs/soa.md';

/** The marked place in the README for a sentence; all others are for pictures of topologies. */
const SENTENCE = 'difference';

/** A document as it is, and as the code says that it should be. */
interface Document {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The documents that are drawn or written from the code.
 * @throws StartError if the README has no place for a picture, or something that a document names is gone
 */
export async function documentsIn(workspace: Workspace): Promise<Document[]> {
  const system = systemIn(workspace);
  const partFor = (place: string) =>
    place === SENTENCE ? summaryOf(system) : mermaid(architectureOf(workspace, place));
  const readme = workspace.text(README);
  const between = workspace.has(STEP_BETWEEN) ? workspace.text(STEP_BETWEEN) : undefined;
  const difference = workspace.has(DIFFERENCE) ? workspace.text(DIFFERENCE) : '';
  return [
    { path: README, before: readme, after: drawnInto(readme, partFor) },
    ...(between === undefined ? [] : [{ path: STEP_BETWEEN, before: between, after: drawnInto(between, partFor) }]),
    { path: DIFFERENCE, before: difference, after: await differenceIn(system) },
  ];
}
