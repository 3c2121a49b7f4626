import type { Study } from '@jobly/lab/runner';
import { check, conclude } from './conclude';
import { observe } from './observe';

/** A load that rises and falls, and replicas that follow it. */
export const elastic: Study = {
  kind: 'study',
  name: 'elastic',
  question:
    'How closely do the replicas of each stack follow a load that rises and falls, and what do clients notice while they come and go?',
  hypothesis:
    'Both follow a day nearly without shortage. After a step replicas are missing for as long as a process takes to start, and requests are refused meanwhile, but none fails. Microservices scale only the services that need it, but hold more replicas in all.',
  stacks: 'own',
  nginx: true,
  observe,
  check,
  conclude,
};
