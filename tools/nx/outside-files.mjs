import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at, isMade } from './files.mjs';

const SOURCE = /\.(ts|mjs)$/;

/**
 * A string that may be a path, and the further arguments after it, as in a call of `join`: more such strings, and names
 * of variables.
 */
const STRING = /['"`][\w.@*][\w.@*/-]*['"`]/;
const SEQUENCE = new RegExp(`${STRING.source}(?:,\\s*(?:${STRING.source}|[\\w.]+))*`, 'g');

/**
 * The files outside a project's folder that its sources name, as patterns from the root of the workspace: every string
 * that is a path to a file or folder there, seen from the source itself or from the root. So a test that reads
 * `docker-compose.micro.yml` depends on it, with nothing to declare and nothing to forget. A string that is a path by
 * accident costs a needless run and nothing else.
 */
export function outsideFiles(root, files) {
  const isOutside = (path) => !path.startsWith('../') && !`${path}/`.startsWith(`${root}/`);
  const patterns = files.filter((file) => SOURCE.test(file)).flatMap(patternsIn);
  return [...new Set(patterns)].filter((path) => isOutside(path) && !isMade(path));
}

function patternsIn(file) {
  const text = readFileSync(at(file), 'utf8').replace(/\$\{[^{}]*\}/g, '*');
  return (text.match(SEQUENCE) ?? []).flatMap((sequence) => {
    const parts = sequence.split(',').map((part) => part.trim());
    const strings = parts.filter((part) => STRING.test(part)).map(unquoted);
    const whole = patternsFor(file, parts.map((part) => (STRING.test(part) ? unquoted(part) : '*')).join('/'));
    return whole.length > 0 ? whole : strings.flatMap((string) => patternsFor(file, string));
  });
}

const unquoted = (string) => string.slice(1, -1);

/** The files that a path is or contains, where `*` is any name; none if the path does not exist. */
function patternsFor(file, named) {
  const isRelative = /^\.\.?(\/|$)/.test(named);
  const path = join(isRelative ? dirname(file) : '.', named).replace(/\/$/, '');
  const [known] = path.split(/\/?[^/]*\*/, 1);
  // Node.js 20 throws where a part of the path is a file, whatever `throwIfNoEntry` says.
  const found = known && known !== '.' && existsSync(at(known)) && statSync(at(known));
  if (!found) return [];
  if (found.isFile()) return path === known ? [path] : [];
  // A top-level folder is a word before it is a path: `docker` is a program, too.
  if (!isRelative && path.split('/').filter((name) => name !== '*').length === 1) return [];
  return path === known ? [`${path}/**/*`] : [path, `${path}/**/*`];
}
