import type { Configuration } from './case';

const SHARED = 'over the same PostgreSQL server, each with 15 connections in all and the same kind of tokens (RS256)';

/** What a team would start: the microservices may use more CPUs at a time, because they are more processes. */
export const asDeployed: Configuration = {
  name: 'as deployed',
  description: `one process against four, on all CPUs, both ${SHARED}`,
};

/** The same means for both: what is left is the work to be done, not how many CPUs it can be spread over. */
export const equalCpu: Configuration = {
  name: 'equal CPU',
  description: `all processes of both stacks and PostgreSQL on one CPU, ${SHARED}`,
  cpus: 1,
};
