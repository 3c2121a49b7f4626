import { systemIn, type Topology, type Workspace, workspaceAt } from '@jobly/architecture';
import ts from 'typescript';
import { deletionOf } from './deletion';
import { FIGURES, type Path } from './path';
import { readingOf } from './reading';
import type { Scene } from './step';

const here = workspaceAt('.');
const system = systemIn(here);

const sceneOf = (name: string, workspace: Workspace = here): Scene => ({
  workspace,
  topology: system.topologies.find((topology: Topology) => topology.name === name)!,
});

const figure = (path: Path, what: string) => FIGURES.find(([name]) => name === what)![1](path);

/** The workspace with one text in place of another in one file. */
const changed = (file: string, before: string, after: string): Workspace => ({
  ...here,
  parsed: (path) =>
    path === file
      ? ts.createSourceFile(path, here.text(path).replaceAll(before, after), ts.ScriptTarget.Latest, true)
      : here.parsed(path),
});

describe('a read', () => {
  it('stays in the monolith, and crosses the network twice in the microservices', () => {
    const [whole, split] = [readingOf(sceneOf('monolith')), readingOf(sceneOf('micro'))];
    expect([whole, split].map((path) => figure(path, 'requests from process to process'))).toEqual([0, 2]);
    expect([whole, split].map((path) => figure(path, 'processes'))).toEqual([1, 3]);
    expect([whole, split].map((path) => figure(path, 'SQL statements, besides BEGIN and COMMIT'))).toEqual([2, 2]);
  });

  it('has the code of each step', () => {
    expect(readingOf(sceneOf('micro')).map(({ place }) => place.split(':')[0])).toEqual(
      expect.arrayContaining([
        'apps/gateway/src/forward.ts',
        'libs/jobs/src/routes.ts',
        'libs/service-clients/src/ports.ts',
        'libs/companies/src/repository.ts',
      ]),
    );
  });

  it('follows code that moves, and misses what is gone in a sentence', () => {
    const file = 'libs/jobs/src/jobs.ts';
    const placeIn = (workspace: Workspace) =>
      readingOf(sceneOf('monolith', workspace)).find(({ place }) => place.startsWith(`${file}:`))?.place;
    const line = Number(placeIn(here)?.split(':')[1]);
    expect(placeIn(changed(file, 'async detail(', '\n\nasync detail('))).toBe(`${file}:${line + 2}`);
    expect(() => placeIn(changed(file, 'async detail(', 'async read('))).toThrow(
      `${file} has no createJobs.detail any more`,
    );
  });
});

describe('a deletion', () => {
  it('is one statement in the monolith, whose foreign keys do the rest', () => {
    const path = deletionOf(sceneOf('monolith'), system);
    expect(figure(path, 'SQL statements, besides BEGIN and COMMIT')).toBe(1);
    expect(figure(path, 'commits of a change')).toBe(1);
    expect(path.filter(({ what }) => what.includes('foreign key'))).toHaveLength(2);
  });

  it('is a chain of two events in the microservices, the second within the first', () => {
    const path = deletionOf(sceneOf('micro'), system);
    expect(path.map(({ what }) => what)).toContain('deletes the company and records that as an event, in `byEvents`');
    const events = path.filter(({ crossing }) => crossing === 'event');
    expect(events.map(({ process }) => process)).toEqual(['companies', 'jobs']);
    const ends = path.filter(({ what }) => what === 'forgets the event');
    expect(ends.map(({ process }) => process)).toEqual(['jobs', 'companies']);
    expect(path.filter(({ crossing }) => crossing === 'request')).toHaveLength(1);
    // The deletion, and for each event its handling and its end.
    expect(figure(path, 'commits of a change')).toBe(5);
  });
});
