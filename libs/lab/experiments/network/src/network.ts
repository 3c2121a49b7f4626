import { serveLinks } from '@jobly/lab/instrument';
import type { Study } from '@jobly/lab/runner';
import { check } from './check';
import { conclude } from './conclude';
import { observe } from './observe';

/** Everything usually runs on one machine, where a hop costs CPU; here it also takes time to get there. */
export const network: Study = {
  kind: 'study',
  name: 'network',
  question: 'What does an operation cost when the processes of a stack, and their databases, are some distance apart?',
  hypothesis:
    'Response times rise linearly with the round-trip time, by as many round trips as an operation makes one after the other. At half a millisecond, the way between two zones of a data centre, half of what the microservices add is distance.',
  stacks: 'own',
  processes: { links: serveLinks },
  observe,
  check,
  conclude,
};
