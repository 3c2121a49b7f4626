import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';

/** More than a stack can serve, with its admission control and without. */
export const overload: Study = {
  kind: 'study',
  name: 'overload',
  question:
    'What is left of each stack when it is asked for several times what it can serve, and how soon is it well again?',
  hypothesis:
    'With admission control both go on serving nearly their peak, answer the rest with a 503 at once, and are well again within two seconds. Without it nearly everything takes longer than its users wait, and what is served is thrown away.',
  stacks: 'own',
  observe,
  conclude,
};
