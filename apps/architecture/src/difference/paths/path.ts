import type { Step } from './step';

/** The steps of a request, until its client has the answer. */
export type Path = readonly Step[];

type Figure = readonly [what: string, of: (path: Path) => number];

/** What can be counted on a path. */
export const FIGURES: readonly Figure[] = [
  ['steps below', (path) => path.length],
  ['processes', (path) => new Set(path.map(({ process }) => process)).size],
  ['requests from process to process', (path) => crossingsOf(path, 'request')],
  ['events from process to process', (path) => crossingsOf(path, 'event')],
  ['SQL statements, besides BEGIN and COMMIT', (path) => path.reduce((sum, { statements }) => sum + statements, 0)],
  ['commits of a change', (path) => path.filter(({ commits }) => commits).length],
];

const crossingsOf = (path: Path, kind: Step['crossing']) => path.filter(({ crossing }) => crossing === kind).length;
