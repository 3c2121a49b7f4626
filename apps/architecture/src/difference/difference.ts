import type { System } from '@jobly/architecture';
import { format, resolveConfig } from 'prettier';
import { betweenSection } from './answer/between';
import { goneSection } from './answer/gone';
import { insideSection } from './answer/inside';
import { possibleSection } from './answer/possible';
import { complexitySection } from './complexity';
import { compositionsSection } from './compositions';
import { blocks } from './markdown';
import { pathsSection } from './paths/section';
import { schemasSection } from './schemas';
import { listsSection, structureSection } from './structure';

/** Where the document is, in a workspace. */
export const DIFFERENCE = 'docs/difference.md';

const INTRODUCTION =
  'The same application, once in one process and once in several: this page counts what differs, shows it in the code, and [draws the balance](#the-balance). `npm run architecture` writes it, with every number and every link; `npm run lab -- complexity` adds published metrics.';

/**
 * The document that counts and shows the difference between the topologies of a workspace.
 * @throws StartError if it has nothing to compare, or a place in the code that is gone
 */
export async function differenceIn(system: System): Promise<string> {
  const document = blocks(
    '# The difference, counted and shown',
    INTRODUCTION,
    structureSection(system),
    await complexitySection(system),
    compositionsSection(system),
    schemasSection(system),
    pathsSection(system),
    balanceOf(system),
    listsSection(system),
  );
  return format(document, { ...(await resolveConfig(DIFFERENCE)), parser: 'markdown' });
}

const balanceOf = (system: System): string =>
  blocks('## The balance', insideSection(system), betweenSection(system), goneSection(system), possibleSection(system));
