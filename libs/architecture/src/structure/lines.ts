import { globSync } from 'node:fs';
import type ts from 'typescript';
import { placeOf } from '../code/workspace';
import { ownOf, type System, type Topology } from '../reading/system';
import type { Item, Measure } from './measure';

/** Lines that say something: not blank, and no comment. */
export const linesIn = (text: string): number =>
  text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*|#|--)/.test(line)).length;

/** The code that it needs and not every topology, file by file. */
export function ownLines(topology: Topology, system: System): Item[] {
  const byFile = Map.groupBy(ownOf(topology, system), (statement) => statement.getSourceFile().fileName);
  return Array.from(byFile, ([file, statements]) => ({
    what: file,
    place: placeOf(statements.reduce(earlier)),
    amount: statements.reduce((sum, statement) => sum + linesIn(statement.getText()), 0),
  })).sort((one, other) => one.what.localeCompare(other.what));
}

const earlier = (one: ts.Statement, other: ts.Statement) => (one.pos <= other.pos ? one : other);

/** How its databases are made, and how it is put into containers. */
function deploymentOf({ name, processes }: Topology, { workspace }: System): Item[] {
  const patterns = [
    `docker-compose.${name}.yml`,
    ...processes.map(({ part }) => `apps/${part.app}/prisma/**/*.{prisma,sql}`),
  ];
  return globSync(patterns, { cwd: workspace.root })
    .filter((file) => !/\/migrations\/.*\.prisma$/.test(file))
    .sort()
    .map((file) => ({ what: file, place: `${file}:1`, amount: linesIn(workspace.text(file)) }));
}

export const codeLines: Measure = {
  name: 'code lines',
  title: 'lines of code that not every topology needs',
  of: ownLines,
};

export const deploymentLines: Measure = {
  name: 'deployment lines',
  title: 'lines of its schemas, migrations and compose file',
  of: deploymentOf,
};
