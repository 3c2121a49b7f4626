import type { Configuration } from './case';

const SHARED = 'over the same PostgreSQL server, each with 15 connections in all and the same kind of tokens (RS256)';

/** The usual deployment: the microservices may use more CPUs at a time, because they are more processes. */
export const asDeployed: Configuration = {
  name: 'as deployed',
  description: `one process against four, on all CPUs, both ${SHARED}`,
};

/** Equal resources for both: only the work to be done remains, not the number of CPUs it can be spread over. */
export const equalCpu: Configuration = {
  name: 'equal CPU',
  description: `all processes of both stacks and PostgreSQL on one CPU, ${SHARED}`,
  cpus: 1,
};
