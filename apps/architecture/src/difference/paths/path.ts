import type { Step } from './step';

/** The steps of a request, before its client has the answer and afterwards. */
export interface Path {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

export const stepsOf = ({ before, after }: Path): Step[] => [...before, ...after];

type Figure = readonly [what: string, of: (path: Path) => number];

/** What can be counted on a path. */
export const FIGURES: readonly Figure[] = [
  ['steps below', (path) => stepsOf(path).length],
  ['of them after the client has its answer', ({ after }) => after.length],
  ['processes', (path) => new Set(stepsOf(path).map(({ process }) => process)).size],
  ['requests from process to process', (path) => crossingsOf(path, 'request')],
  ['events from process to process', (path) => crossingsOf(path, 'event')],
  [
    'SQL statements, besides BEGIN and COMMIT',
    (path) => stepsOf(path).reduce((sum, { statements }) => sum + statements, 0),
  ],
  ['commits of a change', (path) => stepsOf(path).filter(({ commits }) => commits).length],
];

const crossingsOf = (path: Path, kind: Step['crossing']) =>
  stepsOf(path).filter(({ crossing }) => crossing === kind).length;
