import type { Reading, ReadTopology } from '../preloads/topologies';
import type { FileChange } from '../scratch/file-changes';
import { type ChangedLine, changedLines } from './changed-lines';
import type { Item } from './item';
import { isOfSuite, kindOf } from './kinds';
import { databasesOf, migrationsOf } from './migrations';

/** What a feature touches of the code of a topology, and of the tests of that code. */
export interface Touched {
  readonly files: readonly Item[];
  readonly lines: readonly Item[];
  readonly projects: readonly Item[];
  readonly databases: readonly Item[];
  readonly migrations: readonly Item[];
  readonly testFiles: readonly Item[];
  readonly testLines: readonly Item[];
}

/** The readings of the workspace before and after a change. */
export interface Readings {
  readonly before: Reading;
  readonly after: Reading;
}

/**
 * Counts what a change touches of a topology, line by line: a line of TypeScript if the topology's processes need it; of
 * the rest, the schemas and migrations of its processes, and its compose file; and the tests in the projects that they
 * need.
 */
export function touchedOf(topology: string, changes: readonly FileChange[], { before, after }: Readings): Touched {
  const old = named(before, topology);
  const now = named(after, topology);
  const counted = (change: FileChange) => changedLines(change, (line) => isNeeded(change.file, line, old, now));
  const lines = ofKind('code', changes).flatMap(counted);
  const testLines = ofKind('tests', changes)
    .filter(({ file }) => isOfSuite(file) || now.projects.has(after.projectOf(file)))
    .flatMap((change) => changedLines(change));
  return {
    lines,
    files: firstOfEach(lines, ({ what }) => what),
    projects: firstOfEach(lines, ({ what }) => after.projectOf(what)),
    databases: databasesOf(changes, now.deployables),
    migrations: migrationsOf(changes, now.deployables),
    testLines,
    testFiles: firstOfEach(testLines, ({ what }) => what),
  };
}

/** What a feature touches beside the code and the tests of topologies: documents, and code that no topology needs. */
export function besidesOf(changes: readonly FileChange[], readings: Readings): { docs: Item[]; tools: Item[] } {
  const code = new Set(
    readings.after.topologies.flatMap(({ name }) => {
      const { files, testFiles } = touchedOf(name, changes, readings);
      return [...files, ...testFiles].map(({ what }) => what);
    }),
  );
  return {
    docs: ofKind('docs', changes).flatMap((change) => changedLines(change)),
    tools: changes
      .filter(({ file }) => ['code', 'tests'].includes(kindOf(file)) && !code.has(file))
      .flatMap((change) => changedLines(change)),
  };
}

function isNeeded(file: string, { kind, line }: ChangedLine, old: ReadTopology, now: ReadTopology): boolean {
  if (file.endsWith('.ts')) return (kind === 'added' ? now : old).needs(file, line);
  const isOfApp = now.deployables.some(({ app }) => file.startsWith(`apps/${app}/`));
  return isOfApp || file === `docker-compose.${now.name}.yml`;
}

const ofKind = (kind: ReturnType<typeof kindOf>, changes: readonly FileChange[]) =>
  changes.filter(({ file }) => kindOf(file) === kind);

/** One item for each value of a key, at the place of the first. */
const firstOfEach = (items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  [...Map.groupBy(items, keyOf)].map(([what, [first]]) => ({ what, place: first!.place }));

function named({ topologies }: Reading, name: string): ReadTopology {
  const found = topologies.find((one) => one.name === name);
  if (!found) throw new Error(`There is no topology ${name} any more.`);
  return found;
}
