import { bare } from './bare';
import { compare } from './compare';
import type { Experiment } from './experiment';
import { hops } from './hops';

/** All of them, in the order in which they are listed. */
export const experiments: readonly Experiment[] = [compare, bare, hops];

export type { Experiment } from './experiment';
