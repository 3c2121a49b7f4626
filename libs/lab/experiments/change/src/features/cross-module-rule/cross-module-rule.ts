import type { Feature } from '../feature';
import { client } from './client';
import { compositions } from './compositions';
import { contracts } from './contracts';
import { docs } from './docs';
import { jobs } from './jobs';
import { suite } from './suite';
import { users } from './users';

/**
 * Salary and equity of a job are fixed once somebody has applied. Jobs have to ask users, which no module did before:
 * a port more, bound late in the monolith, and a call in a new direction between the services. Jobs that ask users who
 * do not know the question yet are refused an answer, so users come first.
 */
export const crossModuleRule: Feature = {
  name: 'cross-module-rule',
  title: 'A rule that spans users and jobs: the pay is fixed once somebody has applied',
  edits: [...contracts, ...users, ...jobs, ...client, ...compositions, ...suite, ...docs],
};
