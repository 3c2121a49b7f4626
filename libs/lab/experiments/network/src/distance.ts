import type { StackName } from './distant';

/** What is far from what. Clients are near in all of them. */
export type Apart = 'services' | 'everything';

/** A stack whose parts are apart in one of the ways. */
export interface Layout {
  stack: StackName;
  apart: Apart;
}

/** The monolith has no services to be apart. */
export const layouts: readonly Layout[] = [
  { stack: 'micro', apart: 'services' },
  { stack: 'monolith', apart: 'everything' },
  { stack: 'micro', apart: 'everything' },
];

export const titleOf: Record<Apart, string> = {
  services: 'services',
  everything: 'services and databases',
};
