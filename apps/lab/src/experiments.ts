import { aa } from '@jobly/lab/experiments/aa';
import { auth } from '@jobly/lab/experiments/auth';
import { balance } from '@jobly/lab/experiments/balance';
import { cache } from '@jobly/lab/experiments/cache';
import { change } from '@jobly/lab/experiments/change';
import { compare } from '@jobly/lab/experiments/compare';
import { complexity } from '@jobly/lab/experiments/complexity';
import { consistency } from '@jobly/lab/experiments/consistency';
import { coordinatedOmission } from '@jobly/lab/experiments/coordinated-omission';
import { elastic } from '@jobly/lab/experiments/elastic';
import { endurance } from '@jobly/lab/experiments/endurance';
import { faults } from '@jobly/lab/experiments/faults';
import { functions } from '@jobly/lab/experiments/functions';
import { horizontal } from '@jobly/lab/experiments/horizontal';
import { indexes } from '@jobly/lab/experiments/indexes';
import { known } from '@jobly/lab/experiments/known';
import { bare, layers } from '@jobly/lab/experiments/layers';
import { load } from '@jobly/lab/experiments/load';
import { network } from '@jobly/lab/experiments/network';
import { overload } from '@jobly/lab/experiments/overload';
import { runtime } from '@jobly/lab/experiments/runtime';
import { sharing } from '@jobly/lab/experiments/sharing';
import { startUp } from '@jobly/lab/experiments/start-up';
import { throughput } from '@jobly/lab/experiments/throughput';
import { versions } from '@jobly/lab/experiments/versions';
import { vertical } from '@jobly/lab/experiments/vertical';
import { whatIf } from '@jobly/lab/experiments/what-if';
import type { Experiment } from '@jobly/lab/runner';

/** All experiments, in the order in which they are listed. */
export const experiments: readonly Experiment[] = [
  compare,
  throughput,
  layers,
  auth,
  sharing,
  balance,
  cache,
  load,
  indexes,
  vertical,
  horizontal,
  elastic,
  network,
  functions,
  whatIf,
  faults,
  consistency,
  overload,
  endurance,
  startUp,
  bare,
  aa,
  known,
  versions,
  coordinatedOmission,
  complexity,
  change,
  runtime,
];
