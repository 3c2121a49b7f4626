import { aa } from './aa';
import { auth } from './auth';
import { balance } from './balance';
import { bare } from './bare';
import { cache } from './cache';
import { compare } from './compare';
import { coordinatedOmission } from './coordinated-omission';
import { conclusionOf } from '../runner/conclusion';
import type { Conclude } from '../report/results';
import type { Experiment } from './experiment';
import { layers } from './layers';
import { throughput } from './throughput';

/** All of them, in the order in which they are listed. */
export const experiments: readonly Experiment[] = [
  compare,
  throughput,
  layers,
  auth,
  balance,
  cache,
  bare,
  aa,
  coordinatedOmission,
];

/** The conclusion that the experiment of these figures draws from them. */
export const concludeAsEver: Conclude = (figures) =>
  conclusionOf(experiments.find(({ name }) => name === figures.experiment) ?? {}, figures);

export type { Experiment } from './experiment';
