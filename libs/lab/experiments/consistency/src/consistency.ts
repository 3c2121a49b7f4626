import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';

/** What can be seen of a deletion that has been answered, and of records that refer to what is being deleted. */
export const consistency: Study = {
  kind: 'study',
  name: 'consistency',
  question: 'For how long after a deletion is answered do users meet what it should have taken along?',
  hypothesis:
    'In the monolith never: one statement deletes all of it. In the microservices an event follows the deletion, so that for milliseconds records refer to what is gone, unless the deletion waits for the event.',
  stacks: 'any',
  observe,
  conclude,
};
