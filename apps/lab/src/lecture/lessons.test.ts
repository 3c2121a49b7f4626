import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DOCUMENTS } from '@jobly/lab/report';
import { experiments } from '../experiments';
import { agendaOf, chosenLessons, minutesOf } from './agenda';
import { commandOf, lessons } from './lessons';

const HOME = 'docs/lessons';
const INDEX = 'README.md';

const HEADINGS = [
  'The claim',
  'The command',
  'The picture',
  'What the kept run says',
  'What would make it false',
  'Ten lines to read',
  'Exercise',
];

/** Without what is quoted from the baseline, whose length nobody chooses, and what is folded. */
const LONGEST = 60;

const fileOf = (name: string) => `${HOME}/${name}.md`;
const read = (file: string) => readFileSync(file, 'utf8');
const readToList = (page: string) => page.split(`## ${HEADINGS[5]}\n`)[1]!.split('\n## ')[0]!;

describe('the lecture', () => {
  it('fits into half an hour', () => {
    expect(minutesOf(agendaOf(lessons))).toBeLessThanOrEqual(30);
  });

  it('measures by experiments that there are, with flags that they have', () => {
    for (const { experiment: name, flags } of agendaOf(lessons)) {
      const found = experiments.find((one) => one.name === name);
      expect(Object.keys(found?.flags ?? {})).toEqual(expect.arrayContaining([...flags]));
      expect(found?.name).toBe(name);
    }
  });

  it('runs an experiment once that several lessons name', () => {
    const commands = agendaOf(chosenLessons(lessons, ['complexity', 'nines'])).map(commandOf);
    expect(commands).toEqual(['npm run lab -- complexity --quick --running']);
  });

  it('keeps its order, whatever is chosen, and knows no other lesson', () => {
    const chosen = chosenLessons(lessons, ['elastic', 'faults']);
    expect(chosen.map(({ name }) => name)).toEqual(['faults', 'elastic']);
    expect(() => chosenLessons(lessons, ['elastics'])).toThrow(/^There is no lesson "elastics"; there are /);
  });

  it('has a page for each lesson, and a line in its index, which have no others', () => {
    const pages = globSync(`${HOME}/*.md`).map((file) => basename(file));
    expect(pages.toSorted()).toEqual([INDEX, ...lessons.map(({ name }) => `${name}.md`)].toSorted());
    const rows = Array.from(read(`${HOME}/${INDEX}`).matchAll(/^\| \[[^\]]+\]\(([\w-]+)\.md\) /gm), ([, name]) => name);
    expect(rows).toEqual(lessons.map(({ name }) => name));
  });
});

describe.each(lessons)('the page of $name', ({ name, measuring }) => {
  const page = read(fileOf(name));

  it('has the parts that all have, and is at most a page', () => {
    expect(Array.from(page.matchAll(/^## (.*)$/gm), ([, heading]) => heading)).toEqual(HEADINGS);
    const own = page.replaceAll(/<!-- baseline [\s\S]*?<!-- \/baseline -->|<details>[\s\S]*?<\/details>/g, '');
    expect(own.split('\n').length).toBeLessThanOrEqual(LONGEST);
  });

  it('names the experiment that the lecture runs, and quotes a kept run', () => {
    if (!measuring) return;
    for (const part of ['--', measuring.experiment, ...measuring.flags]) expect(page).toContain(part);
    expect(page).toContain(`npm run lab -- ${measuring.experiment} `);
    expect(page).toMatch(/<!-- baseline [\w-]+ verdict -->\n\n\S/);
    expect(DOCUMENTS).toContain(fileOf(name));
  });

  it('leads to code that is there, symbols included', () => {
    const links = [...readToList(page).matchAll(/^- \[`([^`]+)`\]\(([^)]+)\): \S/gm)];
    expect(links.length).toBeGreaterThanOrEqual(3);
    const missing = links.filter(([, symbol, file]) => {
      const path = join(HOME, file!);
      return !existsSync(path) || !read(path).includes(symbol!);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it('has an exercise with the edit, the command and what it printed', () => {
    expect(page).toMatch(/<details>\n<summary>Solution<\/summary>\n[\s\S]*```[\s\S]*<\/details>\n$/);
  });
});
