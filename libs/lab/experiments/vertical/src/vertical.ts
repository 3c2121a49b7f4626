import { othersReason } from '@jobly/lab/results';
import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';
import { USE } from './tables';

/** More CPU for what is there already, as a container's limit gives it. */
export const vertical: Study = {
  kind: 'study',
  name: 'vertical',
  question: 'What does a CPU buy each stack, and where does it stop buying?',
  hypothesis:
    'Up to one CPU the rate grows with the limit. A single Node.js process cannot use much more than that, so the monolith stops there; four of it, and the microservices, go on until the machine has no more.',
  stacks: 'own',
  nginx: true,
  observe,
  check: (figures) => othersReason(figures, USE),
  conclude,
};
