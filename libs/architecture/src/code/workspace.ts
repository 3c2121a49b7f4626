import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from '@jobly/contracts';
import ts from 'typescript';

/** A copy of the workspace, read as text: paths are from its root. Nothing in it is imported or run. */
export interface Workspace {
  readonly root: string;
  has(path: string): boolean;
  /** @throws StartError if there is no such file */
  text(path: string): string;
  /** A TypeScript file as a syntax tree. */
  parsed(path: string): ts.SourceFile;
  /** The sources below a folder, without tests and what is generated. */
  sources(folder: string): string[];
}

const NOT_SOURCES = ['**/*.test.ts', '**/*.fixture.ts', '**/generated/**', '**/node_modules/**'];

export function workspaceAt(directory: string): Workspace {
  const root = resolve(directory);
  const trees = new Map<string, ts.SourceFile>();
  const has = (path: string) => existsSync(join(root, path));
  const text = (path: string) => {
    if (!has(path)) throw new StartError(`${path} is missing in ${root}: this reads a clone of the whole repository.`);
    return readFileSync(join(root, path), 'utf8');
  };
  return {
    root,
    has,
    text,
    parsed(path) {
      const known = trees.get(path);
      if (known) return known;
      const tree = ts.createSourceFile(path, text(path), ts.ScriptTarget.Latest, true);
      trees.set(path, tree);
      return tree;
    },
    sources: (folder) => globSync(`${folder}/**/*.ts`, { cwd: root, exclude: NOT_SOURCES }).sort(),
  };
}

/** `libs/jobs/src/jobs.ts:12` */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
