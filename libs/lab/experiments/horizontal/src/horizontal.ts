import { othersReason } from '@jobly/lab/results';
import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';
import { SCALING } from './tables';

/** More of what is there already, each with little CPU. */
export const horizontal: Study = {
  kind: 'study',
  name: 'horizontal',
  question: 'How far does each stack scale with its replicas: all of it, or only the service that is busy?',
  hypothesis:
    'Replicas share nothing but the database, so that both go on nearly linearly until the machine is full. To replicate only the busy service takes less memory than to replicate everything, but a monolith takes less than either.',
  stacks: 'own',
  nginx: true,
  observe,
  check: (figures) => othersReason(figures, SCALING),
  conclude,
};
