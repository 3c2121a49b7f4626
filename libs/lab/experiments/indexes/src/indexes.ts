import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';

/** What an index gives to reads, what it takes from writes, and which of Jobly's own earn their place. */
export const indexes: Study = {
  kind: 'study',
  name: 'index',
  question:
    'How does the time of a look-up grow with the rows, what does an index cost, and does Jobly have the right ones?',
  hypothesis:
    'Without an index a look-up reads every row, so that ten times the rows take ten times as long; a B-tree divides what is left by hundreds with every page, so that its time hardly grows. Each index costs every write about as much as the write itself. Of Jobly’s, each serves some operation, and none is missing.',
  stacks: 'own',
  fillsDatabases: true,
  observe,
  conclude,
};
