import { workspaceAt } from '@jobly/architecture';
import type { Observations } from '@jobly/lab/runner';
import { observationsOf } from '../observe';

/** Counts the workspace in which the lab runs. */
export const countHere = (step: (what: string) => void): Promise<Observations> =>
  observationsOf(workspaceAt('.'), step);
