import type { ProcessCode } from '../reading/process';
import type { Measure } from './measure';

const endpointsOf = ({ name, operations }: ProcessCode) =>
  operations.map(({ method, path, place }) => ({ what: `${name}: ${method.toUpperCase()} ${path}`, place }));

export const operations: Measure = {
  name: 'operations',
  title: 'operations, over all processes',
  of: ({ processes }) =>
    processes.map(({ name, part, operations }) => ({
      ...{ what: name, place: `apps/${part.app}/src/compose.ts:1`, amount: operations.length },
    })),
};

export const publicEndpoints: Measure = {
  name: 'public endpoints',
  title: 'endpoints for clients',
  of: ({ processes }) => processes.filter(({ isPublic }) => isPublic).flatMap(endpointsOf),
};

export const internalEndpoints: Measure = {
  name: 'internal endpoints',
  title: 'endpoints for other processes',
  of: ({ processes, edges }) => [
    ...processes.filter(({ isPublic }) => !isPublic).flatMap(endpointsOf),
    ...new Map(
      edges
        .filter(({ operation }) => operation.startsWith('/'))
        .map(({ to, operation, place }) => [`${to}${operation}`, { what: `${to}: GET ${operation}`, place }]),
    ).values(),
  ],
};
