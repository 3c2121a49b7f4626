import { othersReason } from '@jobly/lab/results';
import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';
import { IDLE } from './tables';

/** What a stack takes before its first request, and what it costs without any. */
export const startUp: Study = {
  kind: 'study',
  name: 'start-up',
  question: 'How long does each stack take until it is ready, and what does it cost while nobody asks anything?',
  hypothesis:
    'The processes of a stack start at the same time, so that it is ready hardly later than the monolith where there are CPUs enough; its memory grows with the number of its processes, and so does what it does while idle.',
  stacks: 'none',
  observe,
  check: (figures) => othersReason(figures, IDLE),
  conclude,
};
