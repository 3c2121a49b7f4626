import { workspaceAt } from '@jobly/architecture';
import type { Observations } from '@jobly/lab/runner';
import { observationsOf } from '../observe';
import type { Recording } from '../recording/stacks';

/** Counts the workspace in which the lab runs. */
export const countHere = (step: (what: string) => void, recordings: readonly Recording[]): Promise<Observations> =>
  observationsOf(workspaceAt('.'), step, recordings);
