import type { Observations } from '@jobly/lab/runner';
import { meanOf } from './figures';
import { forms, titles } from './forms';
import type { Sample } from './launch';

const PARTS = ['spawn', 'load', 'connect', 'answer'] as const;

/** The parts of each form's cold start. */
export const coldStarts = (samples: readonly Sample[], seed: number): Required<Observations>['waterfalls'][number] => ({
  operation: 'GET /jobs/:id',
  what: 'time of a cold start',
  arms: forms.map((form) => ({
    arm: titles[form],
    parts: PARTS.filter((name) => form !== 'server' || name === 'spawn' || name === 'answer').map((name) => {
      const { estimate, low, high } = meanOf(samples, form, (sample) => sample[name]!, seed);
      return { name, ms: estimate, interval: { low, high } };
    }),
  })),
});
