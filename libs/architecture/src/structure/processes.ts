import type { Measure } from './measure';

export const processes: Measure = {
  name: 'processes',
  title: 'processes',
  of: ({ processes }) => processes.map(({ name, part }) => ({ what: name, place: part.place })),
};

export const databases: Measure = {
  name: 'databases',
  title: 'databases',
  of: ({ processes }) =>
    processes.flatMap(({ part: { database } }) => (database ? [{ what: database.name, place: database.place }] : [])),
};
