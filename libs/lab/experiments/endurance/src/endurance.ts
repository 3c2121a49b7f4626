import type { Study } from '@jobly/lab/runner';
import { chosen, EACH } from './chosen';
import { conclude } from './conclude';
import { observe } from './observe';

/** What wears a stack out although nothing is asked of it that it could not do. */
export const endurance: Study = {
  kind: 'study',
  name: 'endurance',
  question:
    'What do clients notice of others who hardly read their answers, of a rolling restart, and of ten minutes of steady load?',
  hypothesis:
    'Nothing: slow readers hold neither a place nor a CPU, a process that is asked to stop finishes what it has begun while its replica takes over, and whatever a request takes is given back after it.',
  stacks: 'own',
  nginx: true,
  flags: { [`only <${EACH.join('|')}>`]: 'observes only one of them' },
  assertFlags: chosen,
  observe,
  conclude,
};
