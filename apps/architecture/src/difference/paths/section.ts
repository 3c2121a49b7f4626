import { operationsIn, type System } from '@jobly/architecture';
import { blocks, count, counted, linkTo, numbered, table } from '../markdown';
import { sidesOf } from '../sides';
import { DELETION, deletionOf } from './deletion';
import { FIGURES, type Path } from './path';
import { READING, readingOf } from './reading';
import type { Scene, Step } from './step';

/** A read and a deletion, step by step through both. */
export const pathsSection = (system: System): string =>
  blocks(
    '## One read and one deletion',
    'The same request through both where nothing fails, each step with its code.',
    pathsOf(system, READING, readingOf),
    pathsOf(system, DELETION, (scene) => deletionOf(scene, system)),
  );

function pathsOf(system: System, operation: string, pathIn: (scene: Scene) => Path): string {
  const { whole, split } = sidesOf(system);
  const { method = '', path = '' } = operationsIn(system.workspace).get(operation) ?? {};
  const paths = [whole, split].map((topology) => ({
    name: topology.name,
    path: pathIn({ workspace: system.workspace, topology }),
  }));
  return blocks(
    `### \`${method.toUpperCase()} ${path}\``,
    table(['', ...paths.map(({ name }) => name)], figuresOf(paths.map(({ path }) => path))),
    ...paths.flatMap(({ name, path }) => [`In **${name}**:`, numbered(path.map(inWords))]),
  );
}

/** What there is any of. */
const figuresOf = (paths: readonly Path[]): string[][] =>
  FIGURES.filter(([, of]) => paths.some((path) => of(path) > 0)).map(([what, of]) => [
    what,
    ...paths.map((path) => count(of(path))),
  ]);

function inWords({ process, what, place, statements }: Step): string {
  return `**${process}** ${what}${statements === 0 ? '' : ` (${counted(statements, 'statement')})`}: ${linkTo(place)}`;
}
