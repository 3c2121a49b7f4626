import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';

/** Which operations go on when a part of a stack is dead, frozen or hard to reach. */
export const faults: Study = {
  kind: 'study',
  name: 'faults',
  question: 'Which operations go on when a part fails, how soon is that noticed, and how soon are all well again?',
  hypothesis:
    'In the monolith every fault stops everything. In the microservices one dead service stops what needs it, and nothing else becomes slower; all are well again within a second or two. What an operation needs predicts how often it is there; retries add at most a fifth; nothing that was acknowledged is lost, however full the disk.',
  stacks: 'own',
  observe,
  conclude,
};
