import { posix } from 'node:path';

/** What a link of a lesson leads to: a lesson, a place on the web, or a file of the repository. */
export type Target = { address: string } | { file: string };

/** @param directory of the lessons, from the root of the repository */
export function targetOf(href: string, directory: string): Target {
  if (/^https?:/.test(href)) return { address: href };
  const [path] = href.split('#');
  const file = posix.join(directory, decodeURI(path!));
  const { dir, name, ext } = posix.parse(file);
  if (dir !== posix.normalize(directory) || ext !== '.md') return { file };
  return { address: name === 'README' ? '#/lessons' : `#/lessons/${name}` };
}

/** Where the console serves a picture of the baseline; undefined for any other. */
export function pictureAddress(href: string): string | undefined {
  const [, experiment, name] = /^\.\.\/baseline\/([\w-]+)\/([\w.-]+)\.svg$/.exec(href) ?? [];
  return name === undefined ? undefined : `pictures/kept/${experiment}/${name}.svg`;
}

/** The experiment that a command runs; undefined for any other command. */
export function experimentOf(command: string, experiments: readonly string[]): string | undefined {
  const [, name] = /^npm run lab -- ([\w-]+)/.exec(command) ?? [];
  return experiments.find((experiment) => experiment === name);
}
