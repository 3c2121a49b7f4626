import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from '@jobly/contracts';
import type { Lesson, LessonLink } from '../../api/lessons';
import { lessonsMarkdown } from './markdown';

const INDEX = 'README';

/**
 * A lesson of a name, or the index of all.
 * @throws Problem if there is none
 */
export async function lessonOf(
  name: string | undefined,
  directory: string,
  experiments: readonly string[],
): Promise<Lesson> {
  const pages = await readdir(directory).catch((): string[] => []);
  const file = `${name ?? INDEX}.md`;
  if (!pages.includes(file)) throw notFound(`There is no lesson ${name ?? ''} in ${directory}.`);
  const text = await readFile(join(directory, file), 'utf8');
  const order = await orderOf(directory);
  const at = order.findIndex((one) => one.name === name);
  const [title, body] = titleAndBody(text);
  return {
    ...{ name: name ?? '', title, html: lessonsMarkdown(directory, experiments)(body) },
    previous: order[at - 1] ?? null,
    next: order[at + 1] ?? null,
  };
}

/** As the table of the index has them. */
async function orderOf(directory: string): Promise<LessonLink[]> {
  const index = await readFile(join(directory, `${INDEX}.md`), 'utf8').catch(() => '');
  return [...index.matchAll(/^\| \[(.+?)\]\(([\w-]+)\.md\)/gm)].map(([, title, name]) => ({
    name: name!,
    title: title!,
  }));
}

function titleAndBody(text: string): [title: string, body: string] {
  const [, title = '', body = text] = /^# (.+)\n([^]*)$/.exec(text) ?? [];
  return [title, body];
}
